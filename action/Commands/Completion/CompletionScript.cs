using System.Text;

namespace Ideogram.Build.Cli.Commands.Completion;

/// <summary>
/// The scripts. Each holds the names as they are in this version, so completing needs no run of the program. Where no option begins, a shell completes files.
/// </summary>
internal static class CompletionScript
{
    public static string Bash(IReadOnlyList<CompletedCommand> commands) => Script($$"""
        # ideogram-build completion bash
        _ideogram_build() {
          local word=${COMP_WORDS[COMP_CWORD]} words=''
          COMPREPLY=()
          if [ "$COMP_CWORD" -eq 1 ]; then
            words='{{Names(commands)}}'
          else
            case "${COMP_WORDS[1]}" in
        {{Lines(commands, c => $"      {c.Name}) words='{string.Join(' ', c.Options.Concat(c.Subcommands))}' ;;")}}
            esac
            case "$word" in
              -*) ;;
              *) if [ "$COMP_CWORD" -ne 2 ]; then words=''; else words=$(printf '%s\n' $words | grep -v '^-'); fi ;;
            esac
          fi
          local found
          while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -W "$words" -- "$word")
        }
        complete -o bashdefault -o default -F _ideogram_build ideogram-build
        """);

    public static string Zsh(IReadOnlyList<CompletedCommand> commands) => Script($$"""
        #compdef ideogram-build
        # ideogram-build completion zsh
        _ideogram_build() {
          local -a known
          if (( CURRENT == 2 )); then
            known=(
        {{Lines(commands, c => $"      {Quote($"{c.Name}:{c.Description}")}")}}
            )
            _describe command known
            return
          fi
          case "${words[2]}" in
        {{Lines(commands, c => $"    {c.Name}) known=({string.Join(' ', c.Options.Concat(c.Subcommands))}) ;;")}}
          esac
          if [[ "$PREFIX" == -* ]]; then
            compadd -- ${(M)known:#-*}
          else
            (( CURRENT == 3 )) && compadd -- ${known:#-*}
            _files
          fi
        }
        if [ "$funcstack[1]" = _ideogram_build ]; then _ideogram_build "$@"; else compdef _ideogram_build ideogram-build; fi
        """);

    public static string Fish(IReadOnlyList<CompletedCommand> commands) => Script($$"""
        # ideogram-build completion fish
        {{Lines(commands, c => $"complete -c ideogram-build -n __fish_use_subcommand -f -a {c.Name} -d {Quote(c.Description)}")}}
        {{Lines(commands, c => Lines(c.Options, o => $"complete -c ideogram-build -n '__fish_seen_subcommand_from {c.Name}' -l {o.TrimStart('-')}"))}}
        {{Lines([.. commands.Where(c => c.Subcommands.Count > 0)],
            c => $"complete -c ideogram-build -n '__fish_seen_subcommand_from {c.Name}' -f -a '{string.Join(' ', c.Subcommands)}'")}}
        """);

    public static string Pwsh(IReadOnlyList<CompletedCommand> commands) => Script($$"""
        # ideogram-build completion pwsh
        Register-ArgumentCompleter -Native -CommandName ideogram-build -ScriptBlock {
            param($word, $line, $position)
            $options = @{
        {{Lines(commands, c => $"        '{c.Name}' = @({string.Join(", ", c.Options.Concat(c.Subcommands).Select(o => $"'{o}'"))})")}}
            }
            $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
            $isFirst = $typed.Count -eq 0 -or ($typed.Count -eq 1 -and $word)
            $names = if ($isFirst) { $options.Keys | Sort-Object } else { $options[$typed[0]] }
            $names | Where-Object { $_ -like "$word*" -and ($isFirst -or $word) } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """);

    private static string Names(IReadOnlyList<CompletedCommand> commands) => string.Join(' ', commands.Select(c => c.Name));

    private static string Lines<T>(IReadOnlyList<T> items, Func<T, string> line)
    {
        var text = new StringBuilder();
        foreach (var item in items)
            text.Append(text.Length > 0 ? "\n" : "").Append(line(item));
        return text.ToString();
    }

    // The same in zsh and fish; a description has no backslash.
    private static string Quote(string text) => $"'{text.Replace("'", "", StringComparison.Ordinal)}'";

    private static string Script(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";
}

using System.CommandLine;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.Commands.Completion;

/// <summary><c>ideogram-build completion</c>: prints a script that lets a shell complete commands and options.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, Func<IReadOnlyList<CompletedCommand>, string>> Shells = new(StringComparer.Ordinal)
    {
        ["bash"] = CompletionScript.Bash,
        ["zsh"] = CompletionScript.Zsh,
        ["fish"] = CompletionScript.Fish,
        ["pwsh"] = CompletionScript.Pwsh,
    };

    /// <summary>The command.</summary>
    /// <param name="host">Where the script goes.</param>
    public static Command Command(AppHost host)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh" };
        shell.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Shells.ContainsKey(token.Value))
                result.AddError(token.Value.StartsWith('-')
                    ? NamesAndOptions.UnknownOption(token.Value, result)
                    : $"The shell must be bash, zsh, fish or pwsh, but it is {MessageText.Quote(token.Value)}.");
        });
        var completion = new Command("completion", "Print a script that completes commands and options in bash, zsh, fish or pwsh") { shell };
        completion.SetAction(async (parsed, _) =>
        {
            await host.Out.WriteAsync(Shells[parsed.GetValue(shell)!](CompletedCommand.Below(parsed.RootCommandResult.Command)));
            return ExitCode.Success;
        });
        return completion;
    }
}

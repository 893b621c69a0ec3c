using System.CommandLine;
using System.CommandLine.Parsing;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.Commands;

/// <summary>
/// Keeps names apart from options: the names of files that a shell puts in place of <c>*.ideogram.yml</c> come from strangers, and no name of a file
/// may choose an address, a file to write or a cost.
/// </summary>
internal static class NamesAndOptions
{
    private const string OnlyNamesFollow = "--";

    /// <summary>Neither <c>@file</c> nor <c>-abc</c> stands for other arguments.</summary>
    public static ParserConfiguration Parser { get; } = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Frees the names that the library keeps for itself: <c>[suggest]</c> as first argument, and <c>/h</c> and <c>/?</c>, which are files
    /// too.</summary>
    public static void Free(RootCommand root)
    {
        root.Directives.Clear();
        foreach (var alias in root.Options.SelectMany(o => o.Aliases.Where(a => !a.StartsWith('-')).Select(a => (o.Aliases, Name: a))).ToList())
            alias.Aliases.Remove(alias.Name);
    }

    /// <summary>The arguments, in which no name after <c>--</c> looks like an option.</summary>
    public static IReadOnlyList<string> Separate(IReadOnlyList<string> arguments)
    {
        var end = Options(arguments).Count();
        return [.. arguments.Take(end), .. arguments.Skip(end).Select((name, i) => i > 0 && name.StartsWith('-') ? "./" + name : name)];
    }

    /// <summary>What is wrong with how options and names were given, in sentences.</summary>
    /// <param name="parsed">The arguments, parsed.</param>
    /// <param name="arguments">The arguments as they were given.</param>
    /// <param name="folder">Full path of the current folder.</param>
    public static IEnumerable<string> Problems(ParseResult parsed, IReadOnlyList<string> arguments, string folder)
    {
        var repeated = Results(parsed.RootCommandResult).OfType<OptionResult>().Where(o => o.IdentifierTokenCount > 1).ToList();
        // The parser skips what looks like a directive, even if none exists.
        foreach (var directive in parsed.Tokens.Where(t => t.Type == TokenType.Directive))
            yield return $"Unrecognized command or argument '{directive.Value}'.";
        foreach (var option in repeated)
            yield return $"{option.Option.Name} is given {option.IdentifierTokenCount} times. Give it once.";
        foreach (var name in Options(arguments).Where(a => a.StartsWith('-') && Path.Exists(Path.Combine(folder, a))))
            yield return $"'{name}' is also the name of a file here. For the file write './{name}'; for the option rename the file, "
                + "or run this in another folder.";
        var unknown = UnknownCommand(parsed);
        if (unknown is not null)
            yield return unknown;
        foreach (var error in parsed.Errors.Where(e => e.SymbolResult is not OptionResult o || !repeated.Contains(o)))
        {
            // Of a command that is not known, what follows it is not known either.
            if (unknown is null || error.SymbolResult is not CommandResult)
                yield return error.Message;
        }
    }

    /// <summary>The sentence about an option that the command does not have.</summary>
    /// <param name="option">As it was given.</param>
    /// <param name="result">The argument that took it for a name.</param>
    public static string UnknownOption(string option, ArgumentResult result)
    {
        var command = (result.Parent as CommandResult)?.Command;
        if (option == "--dry-run" && command?.Name is "upload" or "train")
            return $"Unknown option '{option}'. The command 'plan' shows what an upload would do, and sends nothing.";
        var known = command?.Options.Select(o => o.Name) ?? [];
        return $"Unknown option '{option}'{Suggestion.For(option.Split('=', ':')[0], known)}.";
    }

    /// <summary>Where the options of the command are explained.</summary>
    public static string SeeHelp(ParseResult parsed)
    {
        var words = new Stack<string>(["--help."]);
        for (var command = parsed.CommandResult; command.Parent is CommandResult parent; command = parent)
            words.Push(command.Command.Name);
        return "See ideogram-build " + string.Join(' ', words);
    }

    /// <summary>The arguments, in which <c>help</c> as the first one is <c>--help</c> at the end, unless that is there already.</summary>
    public static IReadOnlyList<string> Help(IReadOnlyList<string> arguments)
    {
        if (arguments is not ["help", ..])
            return arguments;
        var rest = arguments.Skip(1);
        return rest.Any(a => a is "--help" or "-h" or "-?") ? [.. rest] : [.. rest, "--help"];
    }

    private static string? UnknownCommand(ParseResult parsed)
    {
        var commands = parsed.CommandResult.Command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name).ToList();
        return commands.Count > 0 && parsed.UnmatchedTokens is [var first, ..] && first.Length > 0 && first[0] is not ('-' or '[')
            ? $"Unrecognized command or argument '{first}'{Suggestion.For(first, commands)}."
            : null;
    }

    private static IEnumerable<string> Options(IReadOnlyList<string> arguments) => arguments.TakeWhile(a => a != OnlyNamesFollow);

    private static IEnumerable<SymbolResult> Results(CommandResult command) =>
        command.Children.SelectMany(c => c is CommandResult inner ? Results(inner) : [c]);
}

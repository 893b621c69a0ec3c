using System.CommandLine;

namespace Ideogram.Build.Cli.Commands.Completion;

/// <summary>What a shell completes of a command.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Options">The names of its options.</param>
/// <param name="Subcommands">The names of its commands.</param>
internal sealed record CompletedCommand(string Name, string Description, IReadOnlyList<string> Options, IReadOnlyList<string> Subcommands)
{
    /// <summary>All that a person types: <c>action</c> is the container's.</summary>
    /// <param name="root">The program.</param>
    public static IReadOnlyList<CompletedCommand> Below(Command root) => [.. root.Subcommands.Where(c => c.Name != "action").Select(c =>
        new CompletedCommand(c.Name, c.Description ?? "", [.. c.Options.Select(o => o.Name).Append("--help")], [.. c.Subcommands.Select(s => s.Name)]))];
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.Commits;

/// <summary>What a comparison with a commit objects to. docs/diagnostics.md explains it.</summary>
internal static class CommitRules
{
    public static Rule BaseEdited { get; } = new("IDEO6012", Severity.Warning, "The pull request edits or drops what the base commit has");
}

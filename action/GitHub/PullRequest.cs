namespace Ideogram.Build.Cli.GitHub;

/// <summary>The parts of a pull request that the action reads.</summary>
internal sealed record PullRequest(int Number, string HeadSha, string BaseSha, string BaseBranch)
{
    public string? HeadRepository { get; init; }

    public DateTimeOffset? MergedAt { get; init; }

    /// <summary>The commit that merged it; for an open one, the commit of a test merge.</summary>
    public string? MergeCommit { get; init; }

    public bool IsOpen { get; init; }
}

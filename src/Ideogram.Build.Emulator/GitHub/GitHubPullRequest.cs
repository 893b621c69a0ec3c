namespace Ideogram.Build.Emulator.GitHub;

/// <summary>A pull request as a test or a sample registers it; registering its number again replaces it (that is how one is merged).</summary>
/// <param name="Number">The pull request's number.</param>
/// <param name="Title">Its title.</param>
/// <param name="HeadSha">The head commit; the repository must hold it, as GitHub does for forks too.</param>
/// <param name="BaseSha">The base branch's commit.</param>
public sealed record GitHubPullRequest(int Number, string Title, string HeadSha, string BaseSha)
{
    /// <summary>The author's login.</summary>
    public string Author { get; init; } = "octocat";

    /// <summary>The description.</summary>
    public string? Body { get; init; }

    /// <summary>The head branch.</summary>
    public string HeadRef { get; init; } = "feature";

    /// <summary>The head's repository (<c>owner/name</c>), when it is a fork; null: the repository itself.</summary>
    public string? HeadRepository { get; init; }

    /// <summary>The base branch.</summary>
    public string BaseRef { get; init; } = "main";

    /// <summary><c>open</c> or <c>closed</c>.</summary>
    public string State { get; init; } = "open";

    /// <summary>Whether it is a draft.</summary>
    public bool Draft { get; init; }

    /// <summary>When it was merged; null: it was not.</summary>
    public DateTimeOffset? MergedAt { get; init; }

    /// <summary>The commit that merged it. On GitHub an open one has a test merge's here, so a value alone proves nothing.</summary>
    public string? MergeCommitSha { get; init; }

    /// <summary>The commits that GitHub's index relates to it, besides the head and the merge commit.</summary>
    public IReadOnlyList<string> Commits { get; init; } = [];
}

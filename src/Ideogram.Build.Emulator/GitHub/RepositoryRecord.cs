namespace Ideogram.Build.Emulator.GitHub;

/// <summary>What is on disk of a repository.</summary>
internal sealed record RepositoryRecord(long LastCommentId, IReadOnlyList<PullRequestRecord> PullRequests, IReadOnlyList<GitHubComment> Comments);

/// <summary>A registered pull request with the times that GitHub would know.</summary>
internal sealed record PullRequestRecord(GitHubPullRequest Request, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, DateTimeOffset? ClosedAt)
{
    /// <summary>Whether GitHub's index relates a commit to it.</summary>
    public bool Holds(string sha) => Request.HeadSha == sha || (Request.MergedAt is not null && Request.MergeCommitSha == sha) || Request.Commits.Contains(sha);
}

using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>Finds the commit that a pull request is compared with.</summary>
internal static class BaseCommit
{
    /// <summary>Reads the base commit of a pull request from GitHub.</summary>
    /// <param name="github">The repository.</param>
    /// <param name="sha">The run's commit: the test merge of head and base.</param>
    /// <param name="pull">The pull request.</param>
    /// <param name="root">Full path of the repository's top.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<CommitComparison> ReadAsync(
        IGitHub github, string sha, EventPullRequest pull, string root, CancellationToken cancellationToken)
    {
        // The event names the base as it was when the event arose; the checked-out test merge may have a newer one as its first parent.
        var parents = await github.ParentsAsync(sha, cancellationToken);
        var commit = parents is [var first, var second] && second == pull.Head?.Sha ? first : pull.Base?.Sha
            ?? throw new GitHubException(GitHubRules.WrongEvent, "The event names no base commit.");
        return await CommitComparison.ReadAsync(github, commit, root, pull.Base?.Ref ?? "the base commit", maxSidecars: 0, cancellationToken);
    }
}

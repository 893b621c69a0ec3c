using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>The commit that the workspace is a checkout of. A container has no git: GitHub lists what the commit holds, in one request.</summary>
/// <param name="github">The repository.</param>
/// <param name="root">Full path of the checkout's top.</param>
/// <param name="sha">The run's commit.</param>
internal sealed class CheckedOutCommit(IGitHub github, string root, string sha)
{
    /// <summary>What the commit holds. Where GitHub does not say, the checkout's own settings say whether it may lack files.</summary>
    public async Task<CommitListing> ListAsync(RunLog log, CancellationToken cancellationToken)
    {
        try
        {
            var tree = await TreeAsync(cancellationToken);
            if (!tree.IsTruncated)
                return new CommitListing(root, Files(tree));
            log.Note(GitHubRules.PartialTree, "The repository has more files than GitHub lists at once: whether the checkout lacks files is checked for those "
                + "that are listed.");
            return new CommitListing(root, SparseCheckout.IsOn(root) ? null : Files(tree));
        }
        catch (GitHubException e)
        {
            log.Note(e.Rule, $"GitHub did not list the files of the commit, so whether the checkout lacks some is not checked. {e.Message}");
            return new CommitListing(root, Files: null);
        }
    }

    // A workflow may check out another commit than the run's, such as the head of a pull request.
    private async Task<GitTree> TreeAsync(CancellationToken cancellationToken)
    {
        var head = new GitTop(root).Head ?? sha;
        try
        {
            return await github.TreeAsync(head, cancellationToken);
        }
        catch (GitHubException) when (head != sha)
        {
            return await github.TreeAsync(sha, cancellationToken);
        }
    }

    private List<HeldFile> Files(GitTree tree)
    {
        var leftOut = SparseCheckout.IsOn(root) ? LeftOut.Skipped : LeftOut.Unknown;
        return
        [
            .. tree.Files.Keys.Select(path => new HeldFile(path, HeldKind.File) { LeftOut = leftOut }),
            .. tree.Submodules.Select(path => new HeldFile(path, HeldKind.Submodule)),
        ];
    }
}

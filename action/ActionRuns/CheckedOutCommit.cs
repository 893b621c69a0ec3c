using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>The commit that the workspace is a checkout of. A container has no git: GitHub lists what the commit holds, in one request.</summary>
/// <param name="github">The repository.</param>
/// <param name="root">Full path of the checkout's top.</param>
/// <param name="sha">The run's commit.</param>
/// <param name="head">The head of the pull request; null for none.</param>
internal sealed class CheckedOutCommit(IGitHub github, string root, string sha, string? head)
{
    private const int MaxManifestBytes = 1_000_000;

    private CommitListing? _listing;
    private string? _listed;

    private string? Head { get; } = new GitTop(root).Head;

    /// <summary>The commit that was listed; the run's own before that.</summary>
    public string Commit => _listed ?? sha;

    /// <summary>Its files, as far as the manifests can see them; null before they are listed, or if GitHub does not say.</summary>
    public GitTree? Tree { get; private set; }

    /// <summary>What the commit holds. Where GitHub does not say, the checkout's own settings say whether it may lack files.</summary>
    /// <param name="manifests">Finds the full paths of the manifests: what they may look into must be listed, where not all can be.</param>
    /// <param name="log">Takes what GitHub does not say.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<CommitListing> ListAsync(Func<IReadOnlyList<string>> manifests, RunLog log, CancellationToken cancellationToken) =>
        _listing ??= await AskAsync(manifests, log, cancellationToken);

    private async Task<CommitListing> AskAsync(Func<IReadOnlyList<string>> manifests, RunLog log, CancellationToken cancellationToken)
    {
        try
        {
            var (commit, whole) = await TreeAsync(cancellationToken);
            GitTree? tree = whole;
            if (whole.IsTruncated && SparseCheckout.IsOn(root))
                log.Note(GitHubRules.PartialTree, "The repository has more files than GitHub lists at once, and the checkout is sparse: a manifest that it "
                    + "leaves out is missed only beside the manifests that it has. Name all manifests in the input manifests.");
            if (whole.IsTruncated)
                tree = await new LargeCommit(github, [.. manifests().Select(Folder).Distinct(StringComparer.Ordinal)]).ReadAsync(commit, cancellationToken);
            (_listed, Tree) = (commit, tree);
            if (tree is not null)
                return new CommitListing(root, Files(tree)) { OtherCheckout = Head is { } other && other != commit ? other[..7] : null };
            log.Note(GitHubRules.PartialTree, "The folders of the manifests have more files than GitHub lists at once, so whether the checkout lacks some "
                + "or has others is not checked.");
        }
        catch (GitHubException e)
        {
            log.Note(e.Rule, $"GitHub did not list the files of the commit, so whether the checkout lacks some or has others is not checked. {e.Message}");
        }

        return new CommitListing(root, Files: null);
    }

    // A workflow may check out the head of the pull request instead of its test merge. Any other checkout is not what reviewers see.
    private async Task<(string Commit, GitTree Tree)> TreeAsync(CancellationToken cancellationToken)
    {
        var commit = Head is { } checkedOut && checkedOut == head ? checkedOut : sha;
        return (commit, await github.TreeAsync(commit, cancellationToken));
    }

    // The folder that a manifest looks into, with all below it.
    private string Folder(string manifest)
    {
        var folder = Path.GetDirectoryName(manifest)!;
        var read = new FileInfo(manifest) is { Exists: true, Length: < MaxManifestBytes } && PathBounds.FindLink(root, manifest) is null
            ? CommittedFiles.Read(manifest, File.ReadAllBytes(manifest))
            : null;
        for (var up = read?.Images.Select(i => i.Pattern).Append(read.CaptionsFrom?.Path ?? "").Max(Up) ?? 0; up > 0 && folder != root; up--)
            folder = Path.GetDirectoryName(folder)!;
        return folder == root ? "" : RepositoryPath.Relative(root, folder);
    }

    private static int Up(string pattern) => pattern.Split('/').TakeWhile(part => part is "." or "..").Count(part => part == "..");

    private List<HeldFile> Files(GitTree tree)
    {
        var leftOut = SparseCheckout.IsOn(root) ? LeftOut.Skipped : LeftOut.Unknown;
        return
        [
            .. tree.Files.Values.Select(file => new HeldFile(file.Path, HeldKind.File)
            {
                LeftOut = leftOut,
                Sha = file.Sha,
                Bytes = file.Bytes > 0 ? file.Bytes : null,
            }),
            .. tree.Submodules.Select(path => new HeldFile(path, HeldKind.Submodule)),
        ];
    }
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Holds datasets against the commit that they are checked out from, where there is no git to be asked.</summary>
internal static class CommitCheck
{
    /// <summary>What the checkout lacks of each dataset, and what in it is not the commit's, by the manifest's path.</summary>
    public static ILookup<string, Diagnostic> Check(CommitListing commit, IEnumerable<DatasetDraft> drafts, BlobHashes hashes, FolderReader folders,
        RunBudget budget)
    {
        var own = drafts.Where(d => IsOf(commit.Root, d)).ToList();
        var read = own.Where(d => d.Manifest is not null);
        if (commit.Files is null)
            return (SparseCheckout.IsOn(commit.Root) ? read : []).Select(MissingFiles.Unknown).ToLookup(d => d.File, StringComparer.Ordinal);

        var checkout = new IncompleteCheckout(commit.Root, folders, budget);
        var lost = new LostManifests(commit.Root, own);
        foreach (var held in commit.Files)
        {
            checkout.Add(held);
            lost.Add(held);
        }

        var bytes = new CommittedBytes(commit, hashes);
        return read.SelectMany(draft => checkout.Check(draft).Concat(bytes.Check(draft)).Select(problem => (draft.ManifestPath, Problem: problem)))
            .Concat(lost.Check().Select(problem => (problem.File, problem)))
            .ToLookup(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
    }

    // A repository inside the checkout has commits of its own.
    private static bool IsOf(string root, DatasetDraft draft) =>
        PathBounds.IsInside(root, draft.ManifestPath) && (draft.Root == root || !RepositoryRoot.HasGit(draft.Root));
}

using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds manifests that git holds and that a sparse checkout leaves out: a search of folders would not miss them.</summary>
public static class SparseManifests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Full paths of files that a checkout lacks; none if the checkout does not say that it is sparse, or git does not answer.</summary>
    /// <param name="folder">Full path of a folder in the checkout.</param>
    /// <param name="isManifest">Whether a file is a manifest, by its path from the repository's top.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static IReadOnlyList<string> Find(string folder, Func<string, bool> isManifest, CancellationToken cancellationToken)
    {
        if (RepositoryRoot.FindTop(folder) is not { } root || !SparseCheckout.IsOn(root) || GitIndex.Open(root, Timeout) is not { } index)
            return [];

        var held = new List<HeldFile>();
        _ = index.Read(
            file =>
            {
                if (isManifest(file.Path))
                    held.Add(file);
            },
            unfold: true, cancellationToken);
        return Missing(root, held, isManifest);
    }

    /// <summary>Those of a commit's files that are manifests and that a checkout lacks, with full paths.</summary>
    /// <param name="root">Full path of the checkout's top.</param>
    /// <param name="files">The files.</param>
    /// <param name="isManifest">Whether a file is a manifest, by its path from the repository's top.</param>
    public static IReadOnlyList<string> Missing(string root, IEnumerable<HeldFile> files, Func<string, bool> isManifest) =>
    [
        .. files.Where(f => f.Kind == HeldKind.File && isManifest(f.Path)).Select(f => Path.Combine([root, .. f.Path.Split('/')]))
            .Where(f => !File.Exists(f) && !RepositoryRoot.IsLink(f)),
    ];
}

using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Says cheaply which files a validation would read now, so that an incremental build sees added and removed ones.</summary>
public static class InputLister
{
    /// <summary>
    /// Full paths of the manifest, the images and archives that it comes down to, and their caption files, sorted (ordinal). Only the manifest is read;
    /// of everything else only folders are listed. Problems are not reported: a manifest that cannot be read lists itself.
    /// </summary>
    /// <param name="manifestPath">Full path of the manifest.</param>
    /// <param name="cancellationToken">Stops between two folders.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<string> List(string manifestPath, CancellationToken cancellationToken = default) =>
        DatasetDraft.Read(manifestPath, new FolderReader(), cancellationToken).Inputs;
}

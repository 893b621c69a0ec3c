using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Lists quickly which files a validation would read now, so that an incremental build sees added and removed ones.</summary>
public static class InputLister
{
    /// <summary>Lists what each manifest comes down to, in the order of the paths. Only the manifests are read; of everything else only folders are
    /// listed.</summary>
    /// <param name="manifestPaths">Full paths of the manifests.</param>
    /// <param name="cancellationToken">Cancels the operation between two folders.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<InputList> List(IEnumerable<string> manifestPaths, CancellationToken cancellationToken = default)
    {
        var (shared, budget) = (new FolderReader(), new RunBudget());
        return [.. manifestPaths.Select(path =>
        {
            // The folders that this manifest searched, although another one may have listed them.
            var folders = new FolderReader(shared);
            return List(DatasetDraft.Read(path, folders, budget, cancellationToken), folders);
        })];
    }

    private static InputList List(DatasetDraft draft, FolderReader folders)
    {
        var files = Sorted(draft.Inputs);
        return new InputList(files, Sorted(folders.Folders))
        {
            Bystanders = Sorted(draft.Bystanders.Except(files, StringComparer.Ordinal)),
            HasErrors = draft.HasErrors,
        };
    }

    private static string[] Sorted(IEnumerable<string> paths) => [.. paths.Distinct(StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal)];
}

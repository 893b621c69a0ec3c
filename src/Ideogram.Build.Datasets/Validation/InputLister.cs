using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Says cheaply which files a validation would read now, so that an incremental build sees added and removed ones.</summary>
public static class InputLister
{
    /// <summary>Lists what manifests come down to. Only the manifests are read; of everything else only folders are listed.</summary>
    /// <param name="manifestPaths">Full paths of the manifests.</param>
    /// <param name="cancellationToken">Stops between two folders.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static InputList List(IEnumerable<string> manifestPaths, CancellationToken cancellationToken = default)
    {
        var folders = new FolderReader();
        var budget = new RunBudget();
        var drafts = manifestPaths.Select(path => DatasetDraft.Read(path, folders, budget, cancellationToken)).ToList();
        var files = Sorted(drafts.SelectMany(d => d.Inputs));
        return new InputList(files, Sorted(folders.Folders))
        {
            Bystanders = Sorted(drafts.SelectMany(d => d.Bystanders).Except(files, StringComparer.Ordinal)),
            HasErrors = drafts.Exists(d => d.HasErrors),
        };
    }

    private static string[] Sorted(IEnumerable<string> paths) => [.. paths.Distinct(StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal)];
}

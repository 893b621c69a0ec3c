using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>What the datasets of one validation share.</summary>
/// <param name="folders">Lists the folders.</param>
/// <param name="budget">What all manifests may cost together.</param>
/// <param name="drafts">The datasets.</param>
internal sealed class ValidationRun(FolderReader folders, RunBudget budget, IReadOnlyList<DatasetDraft> drafts)
{
    private readonly Lazy<HashSet<string>> _taken =
        new(() => new HashSet<string>(drafts.SelectMany(d => d.Files).Select(f => f.FullPath), StringComparer.Ordinal));

    private readonly Lazy<HashSet<string>> _read = new(() => new HashSet<string>(drafts.Select(d => d.Table).OfType<string>(), StringComparer.Ordinal));

    /// <summary>Lists the folders.</summary>
    public FolderReader Folders => folders;

    /// <summary>Their tables of captions.</summary>
    public CaptionTables Tables { get; } = new(folders, budget);

    /// <summary>Whether any of the manifests takes a file.</summary>
    public bool Takes(string file) => _taken.Value.Contains(file);

    /// <summary>Whether any of the manifests names a file as its table of captions.</summary>
    public bool Reads(string file) => _read.Value.Contains(file);

    /// <summary>Whether a line of a manifest takes a file away, whatever kind of file it is: then it is left out on purpose.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="root">Full path of the repository's top.</param>
    /// <param name="file">Full path of the file.</param>
    public bool IsExcluded(Manifest manifest, string root, string file)
    {
        var work = new GlobWork(budget.Hints, RunBudget.MaxManifestHints, CancellationToken.None);
        return new CommittedFiles([RepositoryPath.FromFullPath(root, file)], budget)
            .Select(manifest, RepositoryPath.FromFullPath(root, manifest.Folder), _ => true, form: null, work)?.Excluded.Count > 0;
    }

    /// <summary>What all manifests may cost together.</summary>
    public RunBudget Budget => budget;
}

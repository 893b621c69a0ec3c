using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>What the datasets of one validation share.</summary>
/// <param name="folders">Lists the folders.</param>
/// <param name="budget">What all manifests may cost together.</param>
/// <param name="drafts">The datasets.</param>
internal sealed class ValidationRun(FolderReader folders, RunBudget budget, IReadOnlyList<DatasetDraft> drafts)
{
    private readonly Lazy<HashSet<string>> _taken =
        new(() => new HashSet<string>(drafts.SelectMany(d => d.Files).Select(f => f.FullPath), StringComparer.Ordinal));

    /// <summary>Their tables of captions.</summary>
    public CaptionTables Tables { get; } = new(folders, budget);

    /// <summary>Whether to look for what would spoil a training.</summary>
    public bool ChecksHealth { get; init; }

    /// <summary>Whether any of the manifests takes a file.</summary>
    public bool Takes(string file) => _taken.Value.Contains(file);

    /// <summary>What all manifests may cost together.</summary>
    public RunBudget Budget => budget;
}

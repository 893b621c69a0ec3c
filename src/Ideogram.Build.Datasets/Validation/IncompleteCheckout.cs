using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>
/// Finds what manifests would take and what git or the commit holds, but not the folder. Without it the dataset would be a smaller one, or one without its
/// captions, and what is uploaded cannot be taken back.
/// </summary>
/// <param name="root">Full path of the repository's top.</param>
/// <param name="folders">Lists the folders.</param>
/// <param name="budget">What all manifests may cost together.</param>
internal sealed class IncompleteCheckout(string root, FolderReader folders, RunBudget budget)
{
    private readonly Dictionary<string, HeldFile> _assets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldFile> _sidecars = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldFile> _tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HeldFile> _submodules = new(StringComparer.Ordinal);
    private readonly List<HeldFile> _unknown = [];
    private CommittedFiles? _files;
    private string _folder = "";
    private FolderListing? _listing;

    /// <summary>Takes something that git or the commit holds; a folder, if nobody says what it holds.</summary>
    public void Add(HeldFile held)
    {
        if (held.Kind == HeldKind.Submodule)
            _submodules[held.Path] = held;
        else if (held.Kind == HeldKind.Folder)
            _unknown.Add(held);
        else if (KindOf(held.Path) is { } kind && !IsListed(held.Path))
            kind[held.Path] = held;
    }

    /// <summary>Whether a manifest's globs lead into a folder whose files are not known.</summary>
    public bool LeadsInto(DatasetDraft draft, HeldFile folder) => LeadsInto(draft, folder.Path.TrimEnd('/'));

    /// <summary>What a dataset lacks, one error for each cause.</summary>
    public IEnumerable<Diagnostic> Check(DatasetDraft draft)
    {
        foreach (var folder in _unknown.Where(f => LeadsInto(draft, f)).Take(1))
            yield return MissingFiles.Unknown(draft, folder);
        foreach (var submodule in _submodules.Values.Where(s => !RepositoryRoot.HasGit(PathBelow(s.Path)) && LeadsInto(draft, s.Path)))
            yield return MissingFiles.Submodule(draft, submodule);
        foreach (var missing in Missing(draft).GroupBy(m => m.LeftOut).OrderBy(g => g.Key))
            yield return MissingFiles.Report(draft, [.. missing.OrderBy(m => m.Path, StringComparer.Ordinal)]);
    }

    private List<HeldFile> Missing(DatasetDraft draft)
    {
        var manifest = draft.Manifest!;
        var missing = new List<HeldFile>();
        var folder = FolderOf(draft);
        if (_assets.Count > 0)
        {
            _files ??= new CommittedFiles(_assets.Keys, budget);
            missing.AddRange((_files.Select(manifest, folder)?.Keys ?? []).Select(path => _assets[path]).Where(IsMissing));
        }

        if (manifest.Captions != CaptionPolicy.None && _sidecars.Count > 0)
            missing.AddRange(draft.Files.SelectMany(Sidecars).Where(IsMissing));
        if (CommittedTable.PathOf(manifest, folder) is { } table && _tables.TryGetValue(table, out var held) && IsMissing(held))
            missing.Add(held);
        return missing;
    }

    private IEnumerable<HeldFile> Sidecars(AssetFile image)
    {
        var stem = RepositoryPath.FromFullPath(root, image.Folder.PathOf(FileExtensions.Stem(image.Item.Name)));
        return CaptionExtensions.All.Select(e => _sidecars.TryGetValue(stem + e, out var held) ? held : null).OfType<HeldFile>();
    }

    private Dictionary<string, HeldFile>? KindOf(string path)
    {
        if (FileExtensions.IsAsset(path))
            return _assets;
        if (FileExtensions.IsSidecar(path))
            return _sidecars;
        return FileExtensions.IsTable(path) ? _tables : null;
    }

    // Most files lie in a folder that a glob has led into, beside the one before: nothing is asked of the disk again.
    private bool IsListed(string path)
    {
        var slash = Math.Max(path.LastIndexOf('/'), 0);
        if (_listing is null || slash != _folder.Length || string.CompareOrdinal(path, 0, _folder, 0, slash) != 0)
        {
            _folder = path.Substring(0, slash);
            _listing = folders.Known(PathBelow(_folder));
        }

        return _listing?.Find(path.Substring(slash == 0 ? 0 : slash + 1)) is not null;
    }

    private bool IsMissing(HeldFile held)
    {
        var slash = held.Path.LastIndexOf('/');
        return folders.TryRead(PathBelow(held.Path.Substring(0, Math.Max(slash, 0))))?.Find(held.Path.Substring(slash + 1)) is null;
    }

    private bool LeadsInto(DatasetDraft draft, string path) =>
        CommittedFiles.LeadsInto(draft.Manifest!, FolderOf(draft), path, new GlobWork(budget.Globs, budget.ManifestSteps, CancellationToken.None));

    private string FolderOf(DatasetDraft draft) => RepositoryPath.FromFullPath(root, draft.Manifest!.Folder);

    private string PathBelow(string path) => path.Length == 0 ? root : Path.Combine([root, .. path.Split('/')]);
}

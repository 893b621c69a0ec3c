using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Processes;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Naming;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Cli.Commits;

/// <summary>Compares one manifest's images with those of the same manifest in the base commit. Makes no request.</summary>
internal sealed class Comparison
{
    private readonly Dataset _dataset;
    private readonly IReadOnlyDictionary<string, GitFile> _tree;
    private readonly string _root;
    private readonly string _branch;
    private readonly Manifest? _formerManifest;
    private readonly CaptionChange _captions;
    private readonly Dictionary<string, GitFile> _former;
    private readonly ILookup<string, GitFile> _formerBySha;
    private readonly HashSet<long> _formerSizes;
    private readonly Dictionary<string, string?> _hashes = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> _kept;

    /// <summary>Compares a dataset with what the base commit had.</summary>
    /// <param name="dataset">The manifest and its images as they are.</param>
    /// <param name="former">The manifest as it was; null if there was none.</param>
    /// <param name="files">The base commit's files, for the manifest's globs.</param>
    /// <param name="tree">The base commit's files.</param>
    /// <param name="root">Full path of the repository's top.</param>
    /// <param name="branch">What people call the base commit: its branch.</param>
    public Comparison(
        Dataset dataset, FormerManifest? former, CommittedFiles files, IReadOnlyDictionary<string, GitFile> tree, string root, string branch)
    {
        (_branch, _formerManifest) = (branch, former?.Manifest);
        _dataset = dataset;
        _tree = tree;
        _root = root;
        var selected = former is null ? null : files.Select(former.Manifest, Folder(PathOf(dataset.ManifestPath)));
        var entries = selected ?? new Dictionary<string, ImageEntry>(StringComparer.Ordinal);
        _captions = new CaptionChange(dataset.Manifest, selected is null ? null : former, entries, tree);
        _former = entries.Keys.ToDictionary(path => path, path => tree[path], StringComparer.Ordinal);
        _formerBySha = _former.Values.ToLookup(f => f.Sha, StringComparer.Ordinal);
        _formerSizes = [.. _former.Values.Select(f => f.Bytes)];
        _kept = new(() => dataset.Assets.Select(a => Same(a, PathOf(a.File))?.Sha).OfType<string>().ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Files that the base commit has with the same bytes at the same path: a test merge may hold them where the head has others.</summary>
    public HashSet<string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>A plan from the base commit alone: as if the dataset held what that commit names.</summary>
    public DatasetPlan Plan(DatasetPlan validated)
    {
        if (!_dataset.IsValid)
            return validated;
        var images = validated.Images.Select(i => Planned(i.Asset) with { Twins = i.Twins }).ToList();
        var removed = RemovedFiles();
        var plan = validated with { Source = PlanSource.BaseCommit, Images = images, Stale = removed };
        // Then a merge sends everything, and the differences from the base commit are what a reader looks for.
        return !SendsEverything(plan) ? plan with { Diagnostics = [.. plan.Diagnostics, .. Objections(images, removed.Count)] } : plan with
        {
            Baseline = Baseline(removed),
            Images = [.. images.Select(i => i with { Change = Change.New, Difference = i.Change })],
            Stale = [],
        };
    }

    /// <summary>Adds the paths in the base commit to a plan from the dataset itself, and where that is a new one, the differences from the base
    /// commit.</summary>
    public DatasetPlan Enrich(DatasetPlan planned)
    {
        var isCompared = _formerManifest is { } former && planned is { Source: PlanSource.Dataset, Baseline: null, Dataset.Manifest: { } manifest }
            && (manifest.Update == UpdatePolicy.Revision || (planned.ImagesBefore == 0 && TargetChange.Is(former, manifest)));
        return planned with
        {
            Baseline = isCompared ? Baseline(RemovedFiles()) : planned.Baseline,
            Images = [.. planned.Images.Select(i =>
            {
                var compared = Planned(i.Asset);
                var isEdit = compared.IsEdit && i.Change == Change.New;
                var with = i with
                {
                    FormerPath = compared.FormerPath,
                    IsEdit = isEdit,
                    FormerCaption = i.FormerCaption ?? (isEdit ? compared.FormerCaption : null),
                };
                return isCompared ? with with { Difference = compared.Change, FormerCaption = compared.FormerCaption } : with;
            })],
        };
    }

    private Baseline Baseline(IReadOnlyList<RemoteFile> removed) => new(PlanSource.BaseCommit, _branch, null, removed, []);

    // As if the former dataset held what the base commit names.
    private bool SendsEverything(DatasetPlan plan) => _formerManifest is { } former && _dataset.Manifest is { } manifest
        && (TargetChange.Is(former, manifest) || (manifest.Id is null && manifest.Update switch
        {
            UpdatePolicy.Auto => plan.IsEdit || plan.Images.Any(i => i.IsEdit || IsInChangedArchive(i)),
            UpdatePolicy.Revision => plan.IsDifferent || (_captions.IsSwitched && plan.Images.Any(i => i.Asset.Entry is not null)),
            _ => false,
        }));

    // Only the old archive could tell which of its images are others now, and its bytes are not asked for.
    private bool IsInChangedArchive(PlannedImage image) =>
        image is { Change: Change.New, Asset.Entry: not null } && _former.ContainsKey(PathOf(image.Asset.File));

    private List<RemoteFile> RemovedFiles() => [.. Removed().Select(f => new RemoteFile(FromManifest(f.Path), null, null))];

    /// <summary>A file's path from the repository's top.</summary>
    public string PathOf(string file) => RepositoryPath.Relative(_root, file);

    private PlannedImage Planned(Asset asset)
    {
        var path = PathOf(asset.File);
        var name = ContentName.Create(asset);
        _former.TryGetValue(path, out var before);
        var same = Same(asset, path);
        if (same?.Path == path)
            Kept.Add(path);
        if (same is null)
        {
            // Bytes that went to another path, or stay there, are not replaced.
            var isEdit = before is not null && asset.Entry is null && !_kept.Value.Contains(before.Sha);
            return new PlannedImage(asset, name, Change.New)
            {
                IsEdit = isEdit,
                FormerCaption = isEdit && _captions.Of(asset, path) is not null ? _captions.Former(path) : null,
            };
        }

        if (asset.Entry is not null)
            return new PlannedImage(asset, name, _captions.IsSwitched && asset.Caption is not null ? Change.CaptionMissing : Change.Unchanged);

        var caption = _captions.Of(asset, same.Path);
        var words = caption is Change.CaptionChanged or Change.CaptionRemoved ? _captions.Former(same.Path) : null;
        return same.Path == path
            ? new PlannedImage(asset, name, caption ?? Change.Unchanged) { FormerCaption = words }
            : new PlannedImage(asset, name, caption ?? Change.Renamed) { FormerCaption = words, FormerPath = FromManifest(same.Path) };
    }

    /// <summary>The sidecar that an image's other caption was in; null for none, and where the manifest or its table had it.</summary>
    public GitFile? FormerSidecar(PlannedImage image)
    {
        if (image.Asset.Entry is not null || image.FormerCaption is not null)
            return null;
        if (!image.IsEdit && image.Shown is not (Change.CaptionChanged or Change.CaptionRemoved))
            return null;
        var path = image.FormerPath is { } former ? RepositoryPath.Relative(_root, Path.GetFullPath(Path.Combine(_dataset.Manifest!.Folder, former)))
            : PathOf(image.Asset.File);
        return _captions.Former(path) is null ? _captions.Sidecar(path) : null;
    }

    // The same bytes in the base commit, at the same path if they were there. A file is read only if one of its size was there, and once.
    private GitFile? Same(Asset asset, string path)
    {
        if (asset.Entry is null && Best(GitHash.OfLfsPointer(asset.Image.Sha256, asset.Image.Bytes)) is { } pointer)
            return pointer;
        if (_hashes.TryGetValue(asset.File, out var known))
            return known is null ? null : Best(known);
        var length = new FileInfo(asset.File).Length;
        if (!_formerSizes.Contains(length) && !_formerSizes.Contains(GitCommits.UnknownSize))
        {
            _hashes[asset.File] = null;
            return null;
        }

        using var bytes = File.OpenRead(asset.File);
        return Best(_hashes[asset.File] = GitHash.Compute(bytes, length));

        GitFile? Best(string sha) => _formerBySha[sha].OrderByDescending(f => f.Path == path).ThenBy(f => f.Path, StringComparer.Ordinal).FirstOrDefault();
    }

    // What the base commit named, at a path that is no longer named, and whose bytes are not named elsewhere.
    private IEnumerable<GitFile> Removed()
    {
        var paths = _dataset.Assets.Select(a => PathOf(a.File)).ToHashSet(StringComparer.Ordinal);
        return _former.Values.Where(f => !paths.Contains(f.Path) && !_kept.Value.Contains(f.Sha)).OrderBy(f => f.Path, StringComparer.Ordinal);
    }

    private IEnumerable<Diagnostic> Objections(IReadOnlyList<PlannedImage> images, int removed)
    {
        var manifest = _dataset.Manifest!;
        var edited = images.Count(i => i.IsEdit || i.Change is Change.CaptionChanged or Change.CaptionRemoved);
        if (manifest.Update != UpdatePolicy.Additive || edited + removed == 0)
            yield break;
        yield return CommitRules.BaseEdited.At(
            manifest.Path,
            manifest.UpdatePosition,
            FormattableString.Invariant($"Against the base commit, {edited} images or captions are edited and {removed} removed. ")
                + "Ideogram can neither replace nor delete: if the dataset has them, the upload will be refused. Set 'update: auto' "
                + "to start a new dataset, 'update: keep-stale' to leave the old ones beside the new, or 'update: revision' to fill a dataset for each set.");
    }

    private string FromManifest(string path) => RepositoryPath.Relative(_dataset.Manifest!.Folder, Path.Combine(_root, path));

    private static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";
}

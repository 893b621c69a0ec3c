using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Health;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation.Beside;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>A dataset in preparation: the manifest is read and its files are listed; they are not opened yet.</summary>
internal sealed class DatasetDraft
{
    /// <summary>Beyond this many files none is opened: the dataset is refused anyway, and a manifest must not make a build read a whole disk.</summary>
    private const int MaxInspected = 1_000;

    // Their advice would be wrong: what they miss is in git.
    private static readonly Rule[] FollowFromMissingFiles = [CaptionRules.Missing, CaptionRules.Orphan, CaptionRules.RowWithoutImage, ManifestRules.Unreadable];

    private readonly List<Diagnostic> _diagnostics;
    private IReadOnlyList<string>? _inputs;

    private DatasetDraft(string path, string root, Manifest? manifest, IReadOnlyList<AssetFile> files, string? table, List<Diagnostic> diagnostics)
    {
        Table = table;
        ManifestPath = path;
        Root = root;
        Manifest = manifest;
        Files = files;
        _diagnostics = diagnostics;
    }

    public string ManifestPath { get; }

    public string Root { get; }

    public Manifest? Manifest { get; }

    public IReadOnlyList<AssetFile> Files { get; }

    /// <summary>Full path of the table of captions; null for none.</summary>
    public string? Table { get; }

    /// <summary>Whether the manifest itself does not exist.</summary>
    public bool IsLost => Manifest is null && !File.Exists(ManifestPath);

    /// <summary>Whether something is wrong already.</summary>
    public bool HasErrors => _diagnostics.Exists(d => d.IsError);

    /// <summary>The files that are worth opening.</summary>
    public IReadOnlyList<AssetFile> FilesToInspect => Files.Count <= MaxInspected ? Files : [];

    /// <summary>Every file that the result depends on, sorted by full path.</summary>
    public IReadOnlyList<string> Inputs => _inputs ??=
    [
        .. Files.SelectMany(f => CaptionPairer.Sidecars(f).Select(s => f.Folder.PathOf(s.Name)).Append(f.FullPath))
            .Append(ManifestPath).Concat(Table is null ? [] : [Table]).Distinct(StringComparer.Ordinal).OrderBy(p => p, StringComparer.Ordinal),
    ];

    /// <summary>Files beside the images whose existence matters, but not their content.</summary>
    public IEnumerable<string> Bystanders => Files.Select(f => f.Folder).Distinct()
        .SelectMany(f => CaptionPairer.Concerned(f).Concat(LeftBeside.Concerned(f)).Concat(NestedDataset.Concerned(f)).Select(f.PathOf));

    public static DatasetDraft Read(string manifestPath, FolderReader folders, RunBudget budget, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(manifestPath);
        var root = RepositoryRoot.Find(Path.GetDirectoryName(path) ?? path);
        if (ManifestLocation.Refuse(path, root) is { } refusal)
            return new DatasetDraft(path, root, manifest: null, [], table: null, [refusal]);

        var reading = ManifestReader.Read(path);
        var diagnostics = new List<Diagnostic>(reading.Diagnostics);
        if (reading.Manifest is not { } manifest)
            return new DatasetDraft(path, root, manifest: null, [], table: null, diagnostics);
        var files = new AssetCollector(manifest, root, folders, budget, diagnostics, cancellationToken).Collect();
        return new DatasetDraft(path, root, manifest, files, FindTable(manifest, new FileLocator(root, folders, budget.Hints), diagnostics), diagnostics);
    }

    /// <summary>Puts the inspected files, their captions and the checks of the whole together.</summary>
    /// <param name="inspected">One for each of <see cref="FilesToInspect"/>, in the same order.</param>
    /// <param name="run">What the datasets share.</param>
    /// <param name="healthCheck">Looks for what would spoil a training; null if nobody asks.</param>
    /// <param name="others">What the other manifests say about this one.</param>
    public Dataset Finish(IReadOnlyList<InspectedFile> inspected, ValidationRun run, HealthCheck? healthCheck, IEnumerable<Diagnostic> others)
    {
        var assets = Manifest is null ? [] : Assemble(Manifest, inspected, run);
        var health = Manifest is null ? null : healthCheck?.Check(Manifest, assets, _diagnostics);
        _diagnostics.AddRange(others);
        if (_diagnostics.Exists(d => d.Rule == DatasetRules.IncompleteCheckout))
            _diagnostics.RemoveAll(d => FollowFromMissingFiles.Contains(d.Rule));
        _diagnostics.AddRange(new WindowsNames(Root).Check([ManifestPath, .. FilesToInspect.Where(f => f.Entry is null).Select(f => f.FullPath)]));
        return new Dataset
        {
            ManifestPath = ManifestPath,
            Manifest = Manifest,
            Assets = assets,
            Broken = inspected.Sum(i => i.Images.Count(image => image.Image is null) + i.RefusedEntries) + Files.Count - FilesToInspect.Count,
            Diagnostics = Severities.Apply(ManifestPath, _diagnostics, Manifest),
            Health = health,
            Inputs = Inputs,
            Root = Root,
        };
    }

    private static string? FindTable(Manifest manifest, FileLocator locator, List<Diagnostic> diagnostics)
    {
        if (manifest.CaptionsFrom is not { } entry)
            return null;
        var found = locator.Find(manifest.Folder, entry.Path);
        if (found.Rule is { } rule)
            diagnostics.Add(rule.At(manifest.Path, entry.Position, found.Problem!));
        return found.FullPath;
    }

    private List<Asset> Assemble(Manifest manifest, IReadOnlyList<InspectedFile> inspected, ValidationRun run)
    {
        _diagnostics.AddRange(inspected.SelectMany(i => i.Diagnostics));
        var table = Table is null ? null : run.Tables.Read(Table, Root, manifest.CaptionsFrom!);
        _diagnostics.AddRange(table?.Diagnostics ?? []);
        var captions = new CaptionPairer(manifest, table, _diagnostics);
        var images = inspected.SelectMany(i => i.Images).OrderBy(i => i.File.RelativePath, StringComparer.Ordinal).ToList();
        var assets = new List<Asset>();
        foreach (var (file, image) in images.Select(i => (i.File, i.Image)))
        {
            var caption = FileExtensions.IsImage(file.Item.Name) ? captions.Find(file) : null;
            if (image is not null)
                assets.Add(new Asset(file.FullPath, file.Entry, file.RelativePath, image, caption, file.Source.Position));
        }

        var folders = images.Select(i => i.File.Folder).Concat(inspected.SelectMany(i => i.Folders)).Distinct();
        if (table is not null)
            new UntakenRows(manifest, Root, run, _diagnostics).Check(table);
        new OrphanCaptions(manifest, _diagnostics).Check(folders);
        new DatasetCheck(manifest, _diagnostics).Check(Math.Max(Files.Count, images.Count), assets);
        new IdenticalImages(_diagnostics).Check(assets);
        new AppendedPictures(manifest, _diagnostics).Check(assets);
        LeftBeside.Check(this, assets, run, _diagnostics);
        new NestedDataset(manifest, run.Folders, _diagnostics).Check(FilesToInspect);
        RequiredPhrase.Check(manifest, assets, _diagnostics);
        return assets;
    }
}

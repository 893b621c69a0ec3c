using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Cli.Commits;

/// <summary>Compares plans with a base commit: one call for its files, and one for each manifest and table that is another one now.</summary>
internal sealed class CommitComparison
{
    // Longer than any caption that a person reads.
    private const int MaxSidecarBytes = 20_000;

    private readonly CommitBlobs _blobs;
    private readonly GitTree _tree;
    private readonly CommittedFiles _files;
    private readonly string _root;
    private readonly string _branch;
    private int _sidecarsLeft;

    private CommitComparison(ICommits commits, string commit, GitTree tree, string root, string branch)
    {
        _branch = branch;
        _blobs = new CommitBlobs(commits, root);
        _tree = tree;
        _root = root;
        _files = new CommittedFiles(tree.Files.Keys);
        Commit = commit;
    }

    /// <summary>The commit's hash.</summary>
    public string Commit { get; }

    /// <summary>Whether only a part of the files was listed.</summary>
    public bool IsTruncated => _tree.IsTruncated;

    /// <summary>Its files.</summary>
    public IReadOnlyDictionary<string, GitFile> Files => _tree.Files;

    /// <summary>Reads a commit.</summary>
    /// <param name="commits">The repository.</param>
    /// <param name="commit">The commit's hash.</param>
    /// <param name="root">Full path of the repository's top.</param>
    /// <param name="branch">What people call the commit: its branch.</param>
    /// <param name="maxSidecars">How many former captions may be read that were in sidecars: each costs a call.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<CommitComparison> ReadAsync(
        ICommits commits, string commit, string root, string branch, int maxSidecars, CancellationToken cancellationToken) =>
        new(commits, commit, await commits.TreeAsync(commit, cancellationToken), root, branch) { _sidecarsLeft = maxSidecars };

    /// <summary>Compares a plan with the commit.</summary>
    /// <param name="plan">The plan, with or without a query of Ideogram.</param>
    /// <param name="isAsked">Whether Ideogram was queried. Then its answers stay, and only paths and former targets are added.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<ComparedPlan> CompareAsync(Plan plan, bool isAsked, CancellationToken cancellationToken)
    {
        var plans = new List<DatasetPlan>();
        var kept = new List<HashSet<string>>();
        var retrained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var planned in plan.Datasets)
        {
            if (planned.Dataset.Manifest is not { } manifest)
            {
                plans.Add(planned);
                continue;
            }

            var formerly = await FormerAsync(planned.Dataset, manifest, cancellationToken);
            var former = formerly?.Manifest;
            if (Moved(manifest.Training) != Moved(former?.Training))
                retrained.Add(planned.Dataset.ManifestPath);
            var comparison = new Comparison(planned.Dataset, formerly, _files, _tree.Files, _root, _branch);
            kept.Add(comparison.Kept);
            var compared = isAsked ? comparison.Enrich(planned) : comparison.Plan(planned);
            compared = compared with { Images = await WithSidecarsAsync(compared.Images, comparison, cancellationToken) };
            plans.Add(compared with { Target = compared.Target is { } target ? target with { Former = FormerTarget(manifest, former) } : null });
        }

        return new ComparedPlan(new Plan(plans)) { Retrained = retrained, Kept = kept.SelectMany(k => k).ToHashSet(StringComparer.Ordinal) };
    }

    // The same settings at another line are the same.
    private static TrainingSettings? Moved(TrainingSettings? training) =>
        training is null ? null : training with { Position = Position.Start, WandbProject = null };

    // Null: the base commit has no such manifest, or it cannot be read.
    private async Task<FormerManifest?> FormerAsync(Dataset dataset, Manifest manifest, CancellationToken cancellationToken)
    {
        var path = RepositoryPath.Relative(_root, dataset.ManifestPath);
        if (await _blobs.ReadAsync(_tree, path, cancellationToken) is not { } read)
            return null;
        var former = read.IsSame ? manifest : CommittedFiles.Read(dataset.ManifestPath, read.Bytes);
        return former is null ? null : new FormerManifest(former, await TableAsync(former, path[..Math.Max(path.LastIndexOf('/'), 0)], cancellationToken));
    }

    private async Task<IReadOnlyDictionary<string, string>> TableAsync(Manifest former, string folder, CancellationToken cancellationToken) =>
        CommittedTable.PathOf(former, folder) is { } table && await _blobs.ReadAsync(_tree, table, cancellationToken) is { } rows
            && CommittedTable.Read(table, rows.Bytes, former.CaptionsFrom!) is { } captions
            ? captions
            : new Dictionary<string, string>(StringComparer.Ordinal);

    private async Task<IReadOnlyList<PlannedImage>> WithSidecarsAsync(
        IReadOnlyList<PlannedImage> images, Comparison comparison, CancellationToken cancellationToken)
    {
        var with = new List<PlannedImage>();
        foreach (var image in images)
        {
            if (_sidecarsLeft <= 0 || comparison.FormerSidecar(image) is not { Bytes: >= 0 and <= MaxSidecarBytes } sidecar)
            {
                with.Add(image);
                continue;
            }

            _sidecarsLeft--;
            var former = await _blobs.ReadAsync(_tree, sidecar.Path, cancellationToken) is { Bytes.Length: <= MaxSidecarBytes } read
                && !LfsPointer.Is(read.Bytes) ? Text(read.Bytes) : null;
            with.Add(former == image.Asset.Caption?.Text ? image : image with { FormerCaption = former });
        }

        return with;

        static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
    }

    private static string? FormerTarget(Manifest manifest, Manifest? former) => former is null || (former.Name == manifest.Name && former.Id == manifest.Id)
        ? null
        : former.Id is { } id ? $"{former.Name} ({id})" : former.Name;
}

/// <summary>A plan with what is known from a base commit.</summary>
/// <param name="Plan">The plan.</param>
internal sealed record ComparedPlan(Plan Plan)
{
    /// <summary>Paths from the repository's top of images that the base commit has, too.</summary>
    public IReadOnlySet<string> Kept { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Full paths of the manifests whose <c>training</c> is another one than in the base commit.</summary>
    public IReadOnlySet<string> Retrained { get; init; } = new HashSet<string>(StringComparer.Ordinal);
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Caching;
using Ideogram.Build.Datasets.Assets.Pictures;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Health;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Reads manifests, collects and inspects what they name, and checks all of it. Needs no network.</summary>
/// <param name="options">What the caller decides.</param>
public sealed class DatasetValidator(ValidatorOptions options)
{
    private static readonly TimeSpan GitTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Validates one manifest.</summary>
    /// <param name="manifestPath">Full path of the manifest; a missing file is a diagnostic, not an exception.</param>
    /// <param name="cancellationToken">Cancels the operation between two files, or inside a large one.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Dataset Validate(string manifestPath, CancellationToken cancellationToken = default) => Validate([manifestPath], cancellationToken)[0];

    /// <summary>Validates several manifests, and that no two of them have the same target. The answers come in the order of the paths.</summary>
    /// <param name="manifestPaths">Full paths of the manifests.</param>
    /// <param name="cancellationToken">Cancels the operation between two files, or inside a large one.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<Dataset> Validate(IReadOnlyList<string> manifestPaths, CancellationToken cancellationToken = default) =>
        Validate(manifestPaths, _ => true, cancellationToken);

    /// <summary>
    /// Validates the manifests that changed, and that no two of all aim at one dataset. Of the others files are listed and none is opened, unless one of them
    /// turns out to aim at another one's dataset: then it is validated too. The answers come in the order of the paths, without those that were only listed.
    /// </summary>
    /// <param name="manifestPaths">Full paths of the manifests.</param>
    /// <param name="isChanged">Whether a manifest must be validated, by its path as given.</param>
    /// <param name="cancellationToken">Cancels the operation between two files, or inside a large one.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<Dataset> Validate(IReadOnlyList<string> manifestPaths, Func<string, bool> isChanged, CancellationToken cancellationToken = default)
    {
        var folders = new FolderReader();
        var budget = new RunBudget();
        var caches = CacheFolder.Open(options.CacheFolder);
        var all = Each(manifestPaths, path => DatasetDraft.Read(path, folders, budget, cancellationToken), cancellationToken);
        var sameTargets = TargetCheck.Check(all);
        DatasetDraft[] drafts = [.. manifestPaths.Zip(all, (path, draft) => isChanged(path) || sameTargets.Contains(draft.ManifestPath) ? draft : null)
            .OfType<DatasetDraft>()];
        var cacheOf = drafts.Select(d => d.ManifestPath).Distinct(StringComparer.Ordinal).ToDictionary(p => p, p => caches?.For(p), StringComparer.Ordinal);

        // All images of all manifests in one queue: the last large manifest must not run alone.
        var hashes = options.Commit is null ? null : new BlobHashes(options.Commit.BytesOf());
        var looks = new LookBudget();
        var files = drafts.SelectMany(d => d.FilesToInspect.Select(f => new PendingFile(d, f))).ToList();
        var inspected = Each(files, f => new FileInspector(f.Draft.Manifest!.Limits, cacheOf[f.Draft.ManifestPath],
            options.ChecksHealthOf(f.Draft.ManifestPath) ? looks : null, cancellationToken)
        {
            Hashes = hashes
        }.Inspect(f.File), cancellationToken);
        var none = Array.Empty<Diagnostic>().ToLookup(d => d.File, StringComparer.Ordinal);
        var inGit = options.CheckGit || options.CheckCheckout ? new GitCheck(folders, budget, options, GitTimeout).Check(drafts, cancellationToken) : none;
        var inCommit = options.Commit is { } commit ? CommitCheck.Check(commit, drafts, hashes!, folders, budget) : none;
        var run = new ValidationRun(folders, budget, all);
        var next = 0;
        var parts = drafts.Select(d =>
        {
            var own = new ArraySegment<InspectedFile>(inspected, next, d.FilesToInspect.Count);
            next += own.Count;
            // Asked in the order of the manifests, so that each run leaves out the same ones.
            var health = options.ChecksHealthOf(d.ManifestPath)
                ? new HealthCheck(cacheOf[d.ManifestPath], budget.Pairs.TryTake(NearDuplicateCheck.Pairs(own.Sum(f => f.Images.Count))))
                : null;
            return (Draft: d, Own: own, Health: health);
        }).ToList();
        var datasets = Each(parts, p =>
        {
            var path = p.Draft.ManifestPath;
            return p.Draft.Finish(p.Own, run, p.Health,
                sameTargets[path].Concat(inGit[path]).Concat(inCommit[path]).Concat(RewrittenImages.Check(p.Draft)));
        }, cancellationToken);
        var isAnySaved = false;
        foreach (var cache in cacheOf.Values)
            isAnySaved |= cache?.Save() == true;
        if (isAnySaved)
            caches?.Sweep();
        return datasets;
    }

    private TResult[] Each<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Parallelism), CancellationToken = cancellationToken };

        // One at a time: images differ in size, and a thread must not sit on a range of them.
        var next = -1;
        Parallel.For(0, Math.Min(parallel.MaxDegreeOfParallelism, items.Count), parallel, (_, all) =>
        {
            for (var i = Interlocked.Increment(ref next); i < items.Count && !all.ShouldExitCurrentIteration; i = Interlocked.Increment(ref next))
            {
                cancellationToken.ThrowIfCancellationRequested();
                results[i] = work(items[i]);
            }
        });
        return results;
    }

    private sealed record PendingFile(DatasetDraft Draft, AssetFile File);
}

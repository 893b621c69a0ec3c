using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Planning;

/// <summary>Queries each manifest's dataset at Ideogram and compares the manifest with it.</summary>
/// <param name="client">Ideogram's API.</param>
/// <param name="options">How many at once, and which targets are allowed.</param>
internal sealed class DatasetPlanner(IdeogramClient client, SyncOptions options)
{
    private readonly TargetFinder _targets = new(client);

    public async Task<Plan> PlanAsync(IReadOnlyList<Dataset> datasets, CancellationToken cancellationToken)
    {
        var plans = new DatasetPlan[datasets.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, datasets.Count, parallel, async (i, token) => plans[i] = await PlanAsync(datasets[i], token).ConfigureAwait(false))
            .ConfigureAwait(false);
        return new Plan(WithoutSharedTargets(plans));
    }

    private async Task<DatasetPlan> PlanAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        if (!dataset.IsValid || dataset.Manifest is not { } manifest) return Planner.Unasked(dataset);
        if (!IsAllowed(manifest.Name) && !IsAllowed(manifest.Id)) return Planner.Unasked(dataset, NotAllowed(manifest, manifest.Name));
        try
        {
            var found = await _targets.FindAsync(manifest, Revision.Digest(dataset.Assets), cancellationToken).ConfigureAwait(false);
            // With an id the manifest's name does not count: otherwise a name on the list would allow any other dataset.
            if (manifest.Id is not null && !IsAllowed(manifest.Id) && !IsAllowed(found[0].Name))
                return Planner.Unasked(dataset, NotAllowed(manifest, found[0].Name));
            return found.Count < 2 ? Planner.For(dataset, found.Count == 0 ? null : found[0]) : Planner.Unasked(dataset, Ambiguous(manifest, found));
        }
        catch (IdeogramException e) when (e.ApiFault.Kind == ApiFaultKind.NotFound && manifest.Id is not null)
        {
            return Planner.Unasked(dataset, PlanRules.UnknownId.At(manifest.Path, manifest.IdPosition,
                $"The dataset {MessageText.Quote(manifest.Id)} was not found at Ideogram.  {e.ApiFault.Advice}"));
        }
        catch (IdeogramException e)
        {
            return Planner.Unasked(dataset, e.ApiFault.At(manifest.Path, manifest.NamePosition, "Querying the dataset"));
        }
    }

    private bool IsAllowed(string? target) => options.AllowedDatasets is not { } allowed
        || (target is not null && allowed.Contains(target, StringComparer.Ordinal));

    private static Diagnostic NotAllowed(Manifest manifest, string name) => PlanRules.NotAllowed.At(manifest.Path, manifest.NamePosition,
        $"The dataset {MessageText.Quote(name)} is not in the list of allowed datasets. If this target is right, add its name or id to allowed-datasets.");

    private static Diagnostic Ambiguous(Manifest manifest, IReadOnlyList<RemoteDataset> found) => PlanRules.AmbiguousName.At(
        manifest.Path, manifest.NamePosition,
        $"{found.Count} datasets with images are called {MessageText.Quote(manifest.Name)}: "
            + $"{string.Join(", ", found.Select(d => $"{MessageText.OneLine(d.Id, 80)} ({d.Files.Count} images, made {d.Created:yyyy-MM-dd})"))}. "
            + "Put the id of the right one into the manifest: 'id: …'.");

    private static DatasetPlan[] WithoutSharedTargets(DatasetPlan[] plans)
    {
        var shared = plans.Where(p => p.Target is not null).ToLookup(p => p.Target!.Id ?? "name " + p.Target.Name, StringComparer.Ordinal);
        return [.. plans.Select(plan =>
        {
            if (plan.Target is null || plan.Dataset.Manifest is not { } manifest) return plan;
            var others = shared[plan.Target.Id ?? "name " + plan.Target.Name].Where(p => p != plan).Select(p => MessageText.OneLine(p.Dataset.ManifestPath))
                .ToList();
            // Problems that the validation reported are not reported twice.
            if (others.Count == 0 || !plan.IsSound) return plan;
            return plan with { Diagnostics = [.. plan.Diagnostics, PlanRules.SharedTarget.At(manifest.Path, manifest.NamePosition, $"Another manifest has "
                + $"the same target: {string.Join(", ", others)}. Give each manifest its own dataset, or make one manifest of them.")] };
        })];
    }
}

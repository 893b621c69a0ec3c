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
            if (manifest is { Update: UpdatePolicy.Auto, Id: null }) return await PlanFamilyAsync(dataset, manifest, cancellationToken).ConfigureAwait(false);
            var found = await _targets.FindAsync(manifest, Revision.Digest(dataset.Assets), cancellationToken).ConfigureAwait(false);
            // With an id the manifest's name does not count: otherwise a name on the list would allow any other dataset.
            if (manifest.Id is not null && !IsAllowed(manifest.Id) && !IsOfAllowedFamily(found[0].Name))
                return Planner.Unasked(dataset, NotAllowed(manifest, found[0].Name));
            return found.Count < 2 ? Planner.For(dataset, found.Count == 0 ? null : found[0]) : Planner.Unasked(dataset, Ambiguous(manifest, found));
        }
        catch (IdeogramException e) when (e.ApiFault.Kind == ApiFaultKind.NotFound && manifest.Id is not null)
        {
            return Planner.Unasked(dataset, PlanRules.UnknownId.At(manifest.Path, manifest.IdPosition,
                $"The dataset {MessageText.Quote(manifest.Id)} was not found at Ideogram. {e.ApiFault.Advice}"));
        }
        catch (IdeogramException e)
        {
            return Planner.Unasked(dataset, e.ApiFault.At(manifest.Path, manifest.NamePosition, "Querying the dataset"));
        }
    }

    private async Task<DatasetPlan> PlanFamilyAsync(Dataset dataset, Manifest manifest, CancellationToken cancellationToken)
    {
        var family = await _targets.FindFamilyAsync(manifest.Name, cancellationToken).ConfigureAwait(false);
        if (family.Current.Count > 1) return Planner.Unasked(dataset, Ambiguous(manifest, family.Current));
        var plan = Planner.For(dataset, family.Current is [var current] ? current : family.Empty);
        // Foreign files that stop an upload stop a new dataset too: a person must look first.
        if (!plan.IsEdit || (plan.Foreign.Count > 0 && manifest.Foreign != ForeignPolicy.Keep)) return plan;
        if (family.Number < DatasetFamily.MaxNumber) return Planner.Replace(plan, DatasetFamily.Member(manifest.Name, family.Number + 1), family.Empty);
        return plan with { Diagnostics = [.. plan.Diagnostics, LastOfFamily(plan, manifest)] };
    }

    private bool IsOfAllowedFamily(string name) => options.AllowedDatasets is not { } allowed || allowed.Any(a => DatasetFamily.NumberOf(a, name) is not null);

    private static Diagnostic LastOfFamily(DatasetPlan plan, Manifest manifest) => PlanRules.LastOfFamily.At(manifest.Path, manifest.NamePosition,
        $"This edit needs a new dataset, but {MessageText.Quote(plan.Target!.Name)} has the last number. Give the manifest another 'name'.");

    private bool IsAllowed(string? target) => options.AllowedDatasets is not { } allowed
        || (target is not null && allowed.Contains(target, StringComparer.Ordinal));

    private static Diagnostic NotAllowed(Manifest manifest, string name) => PlanRules.NotAllowed.At(manifest.Path, manifest.NamePosition,
        $"The dataset {MessageText.Quote(name)} is not in the list of allowed datasets. If this target is right, add its name or id to allowed-datasets.");

    private static Diagnostic Ambiguous(Manifest manifest, IReadOnlyList<RemoteDataset> found) => PlanRules.AmbiguousName.At(
        manifest.Path, manifest.NamePosition,
        $"{found.Count} datasets with images are called {MessageText.Quote(found[0].Name)}: "
            + $"{string.Join(", ", found.Select(d => $"{MessageText.OneLine(d.Id, 80)} ({d.Files.Count} images, made {d.Created:yyyy-MM-dd})"))}. "
            + "Delete or rename the others at Ideogram, or put the id of the right one into the manifest: 'id: …'.");

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

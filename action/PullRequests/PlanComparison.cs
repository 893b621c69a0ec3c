using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>
/// Holds what a push brings against the plans that were reviewed. A piece that a plan changes is reviewed if one of those that change it shows it as it is now.
/// A piece that no plan changes is reviewed if a plan shows it so; if the last upload, which was reviewed itself, already had it so, another merge explains it.
/// </summary>
/// <param name="now">What the pushed commit says.</param>
/// <param name="links">Its pictures.</param>
internal sealed class PlanComparison(CommittedPlan now, GitHubLinks links)
{
    /// <summary>Compares.</summary>
    /// <param name="reviewed">What was reviewed, with its pictures.</param>
    /// <param name="before">What the last reviewed upload brought; null if that is not known.</param>
    /// <returns>What nobody reviewed, and how much other merges explain.</returns>
    public (IReadOnlyList<PlanDifference> Differences, int Moved) Compare(IReadOnlyList<ReviewedPlan> reviewed, CommittedPlan? before)
    {
        var moved = 0;
        var open = new List<PlanKey>();
        foreach (var key in now.Pieces.Keys.Concat(reviewed.SelectMany(r => r.Plan.Pieces.Keys)).Distinct())
        {
            var value = Value(now, key);
            var changing = reviewed.Where(r => r.Base is null || Value(r.Base, key) != Value(r.Plan, key)).ToList();
            if ((changing.Count > 0 ? changing : reviewed).Any(r => Value(r.Plan, key) == value))
                continue;
            if (changing.Count == 0 && before is not null && Value(before, key) == value)
                moved++;
            else
                open.Add(key);
        }

        return ([.. Describe(open, reviewed)], moved);
    }

    private IEnumerable<PlanDifference> Describe(List<PlanKey> open, IReadOnlyList<ReviewedPlan> reviewed)
    {
        var images = open.Where(k => k.Kind == DifferenceKind.ImageAdded).ToList();
        var removed = images.Where(k => !now.Pieces.ContainsKey(k)).ToDictionary(k => (k.Manifest, Former(k).Piece.Path), k => Former(k).Links);
        foreach (var key in images.Where(now.Pieces.ContainsKey))
        {
            var path = now.Pieces[key].Path;
            yield return removed.Remove((key.Manifest, path), out var former)
                ? new PlanDifference(DifferenceKind.ImageChanged, path) { Before = former.Picture(path), After = links.Picture(path) }
                : new PlanDifference(DifferenceKind.ImageAdded, path) { After = links.Picture(path) };
        }

        foreach (var ((_, path), former) in removed)
            yield return new PlanDifference(DifferenceKind.ImageRemoved, path) { Before = former.Picture(path) };

        // The caption of an image that is itself another one is no difference of its own.
        var told = images.Select(k => (k.Manifest, k.Image)).ToHashSet();
        foreach (var key in open.Where(k => k.Kind != DifferenceKind.ImageAdded && !told.Contains((k.Manifest, k.Image))))
        {
            var path = (now.Pieces.GetValueOrDefault(key) ?? Former(key).Piece).Path;
            yield return key.Kind switch
            {
                DifferenceKind.Caption => new PlanDifference(key.Kind, path) { After = links.Picture(path) },
                DifferenceKind.Target => new PlanDifference(key.Kind, $"{path}: {Old(key) ?? "(none)"} → {Value(now, key) ?? "(none)"}"),
                _ => new PlanDifference(key.Kind, path),
            };
        }

        (PlanPiece Piece, GitHubLinks Links) Former(PlanKey key) =>
            reviewed.Where(r => r.Plan.Pieces.ContainsKey(key)).Select(r => (r.Plan.Pieces[key], r.Links)).First();

        string? Old(PlanKey key) => reviewed.Select(r => Value(r.Plan, key)).FirstOrDefault(v => v is not null);
    }

    /// <summary>Whether two commits say the same, piece by piece.</summary>
    public static bool AreEqual(CommittedPlan one, CommittedPlan other) =>
        one.Pieces.Count == other.Pieces.Count && one.Pieces.All(p => Value(other, p.Key) == p.Value.Value);

    private static string? Value(CommittedPlan plan, PlanKey key) => plan.Pieces.GetValueOrDefault(key)?.Value;
}

/// <summary>A plan that was reviewed.</summary>
/// <param name="Plan">What it shows.</param>
/// <param name="Base">What the commit says that it was compared with; null if that is not known: then every piece counts as changed by it.</param>
/// <param name="Links">Its pictures.</param>
internal sealed record ReviewedPlan(CommittedPlan Plan, CommittedPlan? Base, GitHubLinks Links);

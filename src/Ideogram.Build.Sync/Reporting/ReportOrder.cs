using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>
/// The datasets of a report in the order in which a reader needs them: what failed, what has another target than before, what changes, what has only
/// warnings. Where nothing changes, there is nothing to read: those are named together.
/// </summary>
internal sealed class ReportOrder
{
    private const int MaxNames = 10;

    public ReportOrder(ReportDocument report)
    {
        var quiet = report.Datasets.ToLookup(d => IsQuiet(report.Kind, d));
        // One dataset alone is what the reader came for.
        var isAlone = report.Datasets.Count == 1;
        Shown = isAlone ? report.Datasets : [.. quiet[false].OrderBy(d => Rank(report.Kind, d))];
        Unchanged = isAlone ? [] : [.. quiet[true]];
        Kind = report.Kind;
    }

    /// <summary>Those that have something to say, the most urgent first.</summary>
    public IReadOnlyList<ReportedDataset> Shown { get; }

    /// <summary>Those in which nothing changes and nothing is wrong, in their order.</summary>
    public IReadOnlyList<ReportedDataset> Unchanged { get; }

    private RunKind Kind { get; }

    /// <summary>The unchanged ones in one sentence, with the first names as a face writes them; null for none.</summary>
    /// <param name="name">How the face writes a name.</param>
    public string? Summary(Func<string, string> name)
    {
        if (Unchanged.Count == 0)
            return null;
        var names = Unchanged.Take(MaxNames).Select(d => name(d.Name ?? d.Manifest)).ToList();
        var more = Unchanged.Count - names.Count;
        var (left, what) = (ReportText.Count(Unchanged.Count, "dataset"), Kind == RunKind.Validate ? "without problems" : "unchanged");
        return $"{left} {what}, {ReportText.Count(Unchanged.Sum(d => d.Assets.Images), "image")}: {string.Join(", ", names)}"
            + (more > 0 ? $" and {ReportText.Count(more, "more dataset")}." : ".");
    }

    private static int Rank(RunKind kind, ReportedDataset dataset) => dataset switch
    {
        _ when !dataset.Success || dataset.Diagnostics.Any(d => d.IsError) => 0,
        { FormerTarget: not null } => 1,
        _ => dataset.IsChanged(kind) ? 2 : 3,
    };

    private static bool IsQuiet(RunKind kind, ReportedDataset dataset)
    {
        if (dataset.Name is null || !dataset.Success || dataset.Diagnostics.Count > 0 || dataset.FormerTarget is not null || dataset.Created)
            return false;
        if (kind == RunKind.Validate)
            return true;
        return dataset.IsCompared
            && dataset.Images.All(i => i.Change == Change.Unchanged && i.Outcome is Outcome.Planned or Outcome.Unchanged)
            && dataset.Stale.Count + dataset.Foreign.Count + dataset.Doubled.Count == 0
            && dataset.Training is null or { Outcome: TrainingOutcome.AlreadyTrained };
    }
}

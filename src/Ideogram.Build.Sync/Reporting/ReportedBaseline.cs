using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a whole new dataset is compared with: the dataset whose place it takes, or the base commit.</summary>
/// <param name="Source">A dataset or the base commit.</param>
/// <param name="Name">The dataset's name, or the branch.</param>
/// <param name="Id">The dataset's id.</param>
/// <param name="Removed">What it has and the manifest no longer has.</param>
/// <param name="Foreign">Files of the dataset that were not uploaded by this tool: they stay there.</param>
public sealed record ReportedBaseline(PlanSource Source, string Name, string? Id, IReadOnlyList<ReportedFile> Removed, IReadOnlyList<ReportedFile> Foreign)
{
    internal static ReportedBaseline From(Baseline baseline) => new(
        baseline.Source, baseline.Name, baseline.Id, [.. baseline.Removed.Select(ReportedFile.From)], [.. baseline.Foreign.Select(ReportedFile.From)]);
}

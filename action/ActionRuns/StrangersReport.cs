using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>A report that a stranger may have written, reduced to a plan: that run had no key, so the dataset was not queried, and nothing was sent,
/// created or trained.</summary>
internal static class StrangersReport
{
    public static ReportDocument AsPlan(ReportDocument report) =>
        ReportDocument.Create(RunKind.Plan, report.Run, report.Started, report.Milliseconds, report.Cancelled, [.. report.Datasets.Select(AsPlan)]);

    private static ReportedDataset AsPlan(ReportedDataset dataset) => (dataset with
    {
        Id = null,
        Baseline = IsBaseCommit(dataset) ? dataset.Baseline : null,
        Created = false,
        Pin = false,
        // It would be taken for what was reviewed.
        Digest = null,
        Source = dataset.IsCompared ? PlanSource.BaseCommit : PlanSource.None,
        ImagesBefore = null,
        ImagesSeen = null,
        Images = [.. dataset.Images.Select(i => AsPlan(i) with { Difference = IsBaseCommit(dataset) ? i.Difference : null })],
        Training = null,
        Foreign = [],
        Doubled = [],
    }).Recounted(RunKind.Plan);

    private static bool IsBaseCommit(ReportedDataset dataset) => dataset.Baseline?.Source == PlanSource.BaseCommit;

    private static ReportedImage AsPlan(ReportedImage image) => image with
    {
        Outcome = image.IsSent ? Outcome.Planned : Outcome.Unchanged,
        Reason = null,
        Advice = null,
        Attempts = 0,
        BytesSent = 0,
        Milliseconds = 0,
    };
}

using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Doctor;

/// <summary>How a manifest's dataset stands.</summary>
internal static class DatasetCheckup
{
    public static Finding Look(DatasetPlan plan, FolderLinks links)
    {
        var manifest = links.Display(plan.Dataset.ManifestPath);
        var name = $"dataset \"{plan.Target?.Name ?? "(no name)"}\"";
        var errors = plan.Diagnostics.Count(d => d.IsError);
        return plan switch
        {
            _ when errors > 0 => new Finding(FindingState.Wrong, manifest, $"{name} has {ReportText.Count(errors, "error")}, the first: "
                + $"{TextReport.Line(ReportedProblem.From(plan.Diagnostics.First(d => d.IsError), links.Display))}")
            {
                Next = $"Mend {manifest}: ideogram-build {(plan.Dataset.IsValid ? "plan" : "validate")} {manifest}",
            },
            { Source: not PlanSource.Dataset } => new Finding(FindingState.Unknown, manifest, $"{name} is valid, "
                + $"with {ReportText.Count(plan.Images.Count, "image")}. Ideogram was not asked for it."),
            not { Target.Id: not null } => new Finding(FindingState.Good, manifest, $"{name} is not at Ideogram yet. "
                + $"An upload creates it with {ReportText.Count(plan.Images.Count, "image")}.")
            { Next = Upload(manifest) },
            { Target.Id: { } id } when Drift.Count([plan]) == 0 => new Finding(FindingState.Good, manifest, $"{name} ({id}) is as the manifest says: "
                + $"{ReportText.Count(plan.Images.Count, "image")}, {ReportText.Count(plan.ModelIds.Count, "trained model")}."),
            { Target.Id: { } id } => new Finding(FindingState.Good, manifest, $"{name} ({id}) differs from the manifest: {Differences(plan, links)}.")
            {
                Next = Upload(manifest),
            },
        };
    }

    private static string Differences(DatasetPlan plan, FolderLinks links) =>
        ReportText.Plan(ReportDocument.From(Report.FromPlan(new Sync.Planning.Plan([plan]), RunKind.Plan, default, default), links.Display).Datasets);

    private static string Upload(string manifest) => $"Merge, or from here: ideogram-build upload {manifest}";
}

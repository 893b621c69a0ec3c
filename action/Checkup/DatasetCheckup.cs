using Ideogram.Build.Action.Commands;
using Ideogram.Build.Action.Output;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Checkup;

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
            _ when errors > 0 => new Finding(FindingState.Wrong, manifest, $"{name} has {Words.Count(errors, "error")}, the first: {TextReport.Line(ReportedProblem.From(plan.Diagnostics.First(d => d.IsError), links.Display))}")
            {
                Next = $"Mend {manifest}: ideogram-build {(plan.Dataset.IsValid ? "plan" : "validate")} {manifest}",
            },
            { Source: not PlanSource.Dataset } => new Finding(FindingState.Unknown, manifest, $"{name} is valid, with {Words.Count(plan.Images.Count, "image")}. Ideogram was not asked for it."),
            not { Target.Id: not null } => new Finding(FindingState.Good, manifest, $"{name} is not at Ideogram yet. An upload creates it with {Words.Count(plan.Images.Count, "image")}.") { Next = Upload(manifest) },
            { Target.Id: { } id } when Drift.Of([plan]) == 0 => new Finding(FindingState.Good, manifest, $"{name} ({id}) is as the manifest says: {Words.Count(plan.Images.Count, "image")}, {Words.Count(plan.ModelIds.Count, "trained model")}."),
            { Target.Id: { } id } => new Finding(FindingState.Good, manifest, $"{name} ({id}) differs from the manifest: {Words.Plan(ReportDocument.From(Report.Of(new Plan([plan]), RunKind.Plan, default, default), links.Display).Datasets)}.") { Next = Upload(manifest) },
        };
    }

    private static string Upload(string manifest) => $"Merge, or from here: ideogram-build upload {manifest}";
}

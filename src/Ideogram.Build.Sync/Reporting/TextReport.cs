using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A report as plain text, for a terminal or a log. Each line begins with words of this tool's own, so no line can be taken for a workflow command.</summary>
public static class TextReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="links">How files are called.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(Report report, ILinks links, TextWriter writer)
    {
        foreach (var dataset in report.Datasets) Write(report.Kind, dataset, links, writer);
        writer.WriteLine($"ideogram: {Words.Headline(report)}{(report.IsCancelled ? " (cancelled)" : "")}");
    }

    /// <summary>A problem as MSBuild, editors and GitHub's matchers read it.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="links">How files are called.</param>
    public static string Line(Diagnostic problem, ILinks links) => string.Create(CultureInfo.InvariantCulture,
        $"{MessageText.OneLine(links.Display(problem.File))}({problem.Position.Line},{problem.Position.Column}): {(problem.IsError ? "error" : "warning")} {problem.Code}: {MessageText.OneLine(problem.Message)}");

    private static void Write(RunKind kind, DatasetReport dataset, ILinks links, TextWriter writer)
    {
        var plan = dataset.Plan;
        var place = dataset.DatasetId is { } id ? $"dataset {MessageText.OneLine(id, 80)}" : plan.Source == PlanSource.Dataset ? "a new dataset" : "dataset not asked";
        writer.WriteLine($"dataset {MessageText.Quote(plan.Target?.Name ?? "(no name)")} ({MessageText.OneLine(links.Display(plan.Dataset.ManifestPath))}{(kind == RunKind.Validate ? "" : ", " + place)})");
        if (kind == RunKind.Validate)
        {
            writer.WriteLine($"  {Words.Describe(plan.Dataset.Assets)}");
        }
        else
        {
            foreach (var image in dataset.Images.Where(i => i.Outcome is not (Outcome.Planned or Outcome.Unchanged) || (i.Outcome == Outcome.Planned && i.Image.IsSent))) Write(image, writer);
            foreach (var stale in plan.Stale) writer.WriteLine($"  {(plan.Source == PlanSource.BaseCommit ? "removed" : "stale"),-16} {MessageText.OneLine(stale.Name ?? "(no name)")}");
            foreach (var foreign in plan.Foreign) writer.WriteLine($"  foreign          {MessageText.OneLine(foreign.Name ?? "(no name)")}");
            if (kind == RunKind.Upload) writer.WriteLine($"  {Words.Outcomes(dataset.Count, plan.IsCompared)}{Seen(kind, dataset)}");
            else if (plan.IsCompared) writer.WriteLine($"  {Words.Plan([dataset])}{Seen(kind, dataset)}");
            if (dataset.IsWorthPinning && kind == RunKind.Upload) writer.WriteLine($"  the dataset is new: pin it in the manifest with 'id: {MessageText.OneLine(dataset.DatasetId ?? "", 80)}'");
        }

        if (dataset.Training is { } training) writer.WriteLine($"  {MessageText.OneLine(Words.Describe(training), 400)}");
        foreach (var problem in dataset.Diagnostics) writer.WriteLine(Line(problem, links));
    }

    private static void Write(ImageResult result, TextWriter writer)
    {
        var what = result.Outcome == Outcome.Planned ? Words.Name(result.Image.Change) : Words.Name(result.Outcome);
        var why = result.Reason is null ? "" : $": {MessageText.OneLine(result.Reason, 80)}";
        writer.WriteLine($"  {what,-16} {MessageText.OneLine(result.Image.Asset.RelativePath)} ({Words.Describe(result.Image.Asset.Image)}){why}");
    }

    private static string Seen(RunKind kind, DatasetReport dataset) => (kind == RunKind.Upload ? dataset.ImagesSeen : dataset.Plan.ImagesAfter) is { } seen
        ? string.Create(CultureInfo.InvariantCulture, $"; {seen} of {DatasetPlan.MostImages} images {(kind == RunKind.Upload ? "in the dataset" : "afterwards")}")
        : "";
}

using System.Globalization;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A report as plain text, for a terminal or a log. Each line begins with words of this tool, so no line can be read as a workflow
/// command.</summary>
public static class TextReport
{
    // More than these are one line together.
    private const int MaxUnchanged = 10;

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="writer">The target.</param>
    /// <param name="detail">How much is written.</param>
    public static void Write(ReportDocument report, TextWriter writer, TextDetail detail = TextDetail.Normal)
    {
        var order = new ReportOrder(report);
        var isShort = order.Unchanged.Count <= MaxUnchanged || detail != TextDetail.Normal;
        foreach (var dataset in isShort ? order.Shown.Concat(order.Unchanged) : order.Shown)
        {
            if (detail == TextDetail.Quiet) WriteTrouble(dataset, writer);
            else Write(report.Kind, dataset, writer, detail);
        }

        if (!isShort) writer.WriteLine(order.Summary(MessageText.Quote));
        writer.WriteLine($"ideogram: {ReportText.Headline(report)}{(report.Cancelled ? " (cancelled)" : "")}");
    }

    /// <summary>A problem as MSBuild, editors and GitHub's matchers read it.</summary>
    /// <param name="problem">The problem.</param>
    public static string Line(ReportedProblem problem) => string.Create(CultureInfo.InvariantCulture,
        $"{MessageText.OneLine(problem.File)}({problem.Line},{problem.Column}): {(problem.IsError ? "error" : "warning")} {problem.Code}: "
            + $"{MessageText.OneLine(problem.Message)}");

    private static void WriteTrouble(ReportedDataset dataset, TextWriter writer)
    {
        foreach (var image in dataset.Images.Where(i => i.Outcome is Outcome.Failed or Outcome.Unconfirmed or Outcome.NotSent))
            Write(RunKind.Upload, image, isEdit: false, writer);
        foreach (var problem in dataset.Diagnostics) writer.WriteLine(Line(problem));
    }

    private static void Write(RunKind kind, ReportedDataset dataset, TextWriter writer, TextDetail detail)
    {
        writer.WriteLine($"dataset {MessageText.Quote(dataset.Name ?? "(no name)")} "
            + $"({MessageText.OneLine(dataset.Manifest)}{(kind == RunKind.Validate ? "" : ", " + ReportText.Place(dataset))})");
        if (kind == RunKind.Validate)
        {
            writer.WriteLine($"  {ReportText.Describe(dataset.Assets)}");
        }
        else
        {
            if (ReportText.Replacement(kind, dataset) is { } replacement) writer.WriteLine($"  {replacement}");
            var replaced = ReplacedFiles.Find(dataset);
            foreach (var image in dataset.Images.Where(i => detail == TextDetail.Verbose || IsShown(kind, i)))
                Write(kind, image, replaced.ContainsKey(image.RemoteName) || image.Edit, writer);
            foreach (var removed in dataset.Removed.Except(replaced.Values))
                writer.WriteLine($"  {(dataset.Source == PlanSource.BaseCommit || dataset.Baseline is not null ? "removed" : "stale"),-16} "
                    + $"{MessageText.OneLine(removed.Name ?? "(no name)")}");
            foreach (var foreign in dataset.Foreign) writer.WriteLine($"  foreign          {MessageText.OneLine(foreign.Name ?? "(no name)")}");
            if (kind == RunKind.Upload) writer.WriteLine($"  {ReportText.Outcomes(dataset.Totals, dataset.IsCompared)}{Seen(kind, dataset)}");
            else if (dataset.IsCompared) writer.WriteLine($"  {Against(dataset)}{ReportText.Plan([dataset])}{Seen(kind, dataset)}");
            if (dataset.Pin && kind == RunKind.Upload)
                writer.WriteLine($"  the dataset is new: pin it in the manifest with 'id: {MessageText.OneLine(dataset.Id ?? "", 80)}'");
        }

        if (dataset.Health is { Findings: > 0 } health) writer.WriteLine($"  health: {HealthText.Describe(dataset, health)}");
        if (dataset.Training is { } training) writer.WriteLine($"  {MessageText.OneLine(ReportText.Describe(training), 400)}");
        foreach (var problem in dataset.Diagnostics) writer.WriteLine(Line(problem));
    }

    private static string Against(ReportedDataset dataset) => ReportText.Against(dataset) is { } against ? $"against {against}: " : "";

    // Where everything is sent into a new dataset, only what a person changed.
    private static bool IsShown(RunKind kind, ReportedImage image) => kind == RunKind.Upload
        ? image.Outcome != Outcome.Unchanged
        : !image.IsSentAgain && (image.IsSent || image.Difference?.IsDifference() == true);

    private static void Write(RunKind kind, ReportedImage image, bool isEdit, TextWriter writer)
    {
        var planned = isEdit && image.Shown == Change.New ? "edited" : ReportText.Name(image.Shown);
        var what = kind == RunKind.Upload ? ReportText.Name(image.Outcome) : planned;
        var why = image.Reason is null ? "" : $": {MessageText.OneLine(image.Reason, 80)}";
        writer.WriteLine($"  {what,-16} {MessageText.OneLine(image.Path)} ({ReportText.Describe(image)}){why}");
    }

    private static string Seen(RunKind kind, ReportedDataset dataset) => (kind == RunKind.Upload ? dataset.ImagesSeen : dataset.ImagesAfter) is { } seen
        ? string.Create(CultureInfo.InvariantCulture, $"; {seen} of {IdeogramLimits.MaxImages} images "
            + $"{(kind == RunKind.Upload ? "in the dataset" : "afterwards")}")
        : "";
}

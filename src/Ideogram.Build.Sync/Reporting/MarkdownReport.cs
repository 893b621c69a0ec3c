using System.Text;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A report as GitHub-flavoured Markdown, for a comment or a job summary. A report that is too long loses details in steps, but never its
/// totals.</summary>
public static class MarkdownReport
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="links">The links.</param>
    /// <param name="options">Limits and additions.</param>
    /// <returns>Markdown of at most <see cref="MarkdownOptions.MaxBytes"/> bytes in UTF-8.</returns>
    public static string Render(ReportDocument report, ILinks links, MarkdownOptions options)
    {
        var sections = new MarkdownSections(report, links, options.MaxThumbnails) { MaxProblems = options.MaxProblems };
        var (head, foot) = (Head(report, options), (sections.Unchanged is { } unchanged ? $"<p>{unchanged}</p>\n\n" : "") + Foot(options));
        var frame = Encoding.UTF8.GetByteCount(head) + Encoding.UTF8.GetByteCount(foot);
        sections.Fit(options.MaxBytes, () => frame + Encoding.UTF8.GetByteCount(Paragraph(sections.Omission))
            + Encoding.UTF8.GetByteCount(Paragraph(sections.Rest)));
        var text = new StringBuilder(head).Append(Paragraph(sections.Omission));
        sections.AppendTo(text);
        return text.Append(Paragraph(sections.Rest)).Append(foot).ToString().TrimEnd() + "\n";
    }

    private static string Head(ReportDocument report, MarkdownOptions options)
    {
        var text = new StringBuilder();
        if (options.Review is { } review) MarkdownReview.Append(review, text);
        text.Append("### ").Append(Icon(report)).Append(" Ideogram: ").Append(Title(report)).Append("\n\n");
        if (report is { Kind: RunKind.Plan, Datasets.Count: > 1 })
            text.Append("<p>").Append(ReportText.Count(report.Datasets.Count, "dataset")).Append(": ").Append(ReportText.Headline(report)).Append("</p>\n\n");
        foreach (var note in options.Notes) text.Append(Paragraph(note));
        return text.ToString();
    }

    private static string Foot(MarkdownOptions options) =>
        options.Run is { } run ? $"<sub>Written by ideogram-build in <a href=\"{Html.Attribute(run)}\">this run</a>.</sub>\n" : "";

    private static string Paragraph(string? sentence) => sentence is null ? "" : $"<p>{Html.Sentence(sentence)}</p>\n\n";

    private static string Icon(ReportDocument report) => report.Kind == RunKind.Upload
        ? report.Success ? "✅" : "❌"
        : report.Problems.Any(d => d.IsError) ? "❌" : report.Problems.Any() ? "⚠️" : "🖼️";

    private static string Title(ReportDocument report)
    {
        if (report.Kind == RunKind.Validate) return ReportText.Headline(report);
        if (report.Kind == RunKind.Upload)
            return ReportText.Headline(report)
                + (report.Datasets.Count > 1 ? $", in {ReportText.Count(report.Datasets.Count, "dataset")}" : "") + (report.Cancelled ? ", cancelled" : "");
        var errors = report.Count(Severity.Error);
        return (errors > 0
            ? $"{ReportText.Count(errors, "error")}, a merge {(report.Datasets.All(d => d.IsRefused) ? "uploads nothing" : "would not upload everything")}"
            : report.Datasets.Any(d => !d.IsCompared) ? "some datasets could not be checked"
            : "a merge uploads " + ReportText.Sent(report) + NewDatasets(report) + Doubt(report)) + Trainings(report);
    }

    private static string NewDatasets(ReportDocument report) => report.Datasets.Count(d => d.IsAnew && !d.IsRefused) is > 0 and var started
        ? report.Datasets.Count == 1 ? " into a new dataset" : $" and starts {ReportText.Count(started, "new dataset")}"
        : "";

    // Without a key only the base commit is known.
    private static string Doubt(ReportDocument report) => report.Datasets.Any(d => d.Source == PlanSource.BaseCommit)
        ? ", if Ideogram has what the base commit has (unknown without a key)"
        : "";

    private static string Trainings(ReportDocument report) => report.Datasets.Count(d => d.Training?.Outcome == TrainingOutcome.Due) is > 0 and var due
        ? $" and starts {ReportText.Count(due, "paid training")}"
        : "";
}

using System.Text;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A report as GitHub-flavoured Markdown, for a comment or a job summary. What is too long for the place loses detail in steps, never its totals.</summary>
public static class MarkdownReport
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="links">Where things can be seen.</param>
    /// <param name="options">Bounds and additions.</param>
    /// <returns>Markdown of at most <see cref="MarkdownOptions.MostBytes"/> bytes in UTF-8.</returns>
    public static string Render(Report report, ILinks links, MarkdownOptions options)
    {
        foreach (var detail in Enum.GetValues<Detail>())
        {
            var text = Render(report, links, options, detail, report.Datasets.Count);
            if (Encoding.UTF8.GetByteCount(text) <= options.MostBytes) return text;
        }

        // Hundreds of datasets: as many lines as fit.
        for (var datasets = report.Datasets.Count / 2; ; datasets /= 2)
        {
            var text = Render(report, links, options, Detail.Totals, datasets);
            if (datasets == 0 || Encoding.UTF8.GetByteCount(text) <= options.MostBytes) return text;
        }
    }

    private static string Render(Report report, ILinks links, MarkdownOptions options, Detail detail, int datasets)
    {
        var text = new StringBuilder();
        text.Append("### ").Append(Icon(report)).Append(" Ideogram: ").Append(Title(report)).Append("\n\n");
        if (report is { Kind: RunKind.Plan, Datasets.Count: > 1 }) text.Append("<p>").Append(Words.Count(report.Datasets.Count, "dataset")).Append(": ").Append(Words.Headline(report)).Append("</p>\n\n");
        foreach (var note in options.Notes) text.Append("<p>").Append(Html.Sentence(note)).Append("</p>\n\n");
        if (detail == Detail.NoThumbnails) text.Append("<p>Thumbnails are left out: the comment would be too long.</p>\n\n");
        if (detail == Detail.NoUnchanged) text.Append("<p>Thumbnails and unchanged images are left out: the comment would be too long.</p>\n\n");
        if (detail == Detail.Totals) text.Append("<p>Images are left out: the comment would be too long. The run's report names each.</p>\n\n");
        var thumbnails = detail == Detail.Full ? options.MostThumbnails : 0;
        foreach (var dataset in report.Datasets.Take(datasets))
        {
            var section = new MarkdownDataset(report.Kind, dataset, links, detail, thumbnails);
            section.AppendTo(text);
            thumbnails -= section.ThumbnailCount;
        }

        if (datasets < report.Datasets.Count) text.Append("<p>And ").Append(Words.Count(report.Datasets.Count - datasets, "more dataset")).Append(".</p>\n\n");
        if (options.Run is { } run) text.Append("<sub>Written by ideogram-build in <a href=\"").Append(Html.Attribute(run)).Append("\">this run</a>.</sub>\n");
        return text.ToString().TrimEnd() + "\n";
    }

    private static string Icon(Report report) => report.Kind == RunKind.Upload
        ? report.IsSuccess ? "✅" : "❌"
        : report.Diagnostics.Any(d => d.IsError) ? "❌" : report.Diagnostics.Any() ? "⚠️" : "🖼️";

    private static string Title(Report report)
    {
        if (report.Kind == RunKind.Validate) return Words.Headline(report);
        if (report.Kind == RunKind.Upload) return Words.Headline(report) + (report.Datasets.Count > 1 ? $", in {Words.Count(report.Datasets.Count, "dataset")}" : "") + (report.IsCancelled ? ", cancelled" : "");
        var errors = report.Diagnostics.Count(d => d.IsError);
        return errors > 0 ? $"{Words.Count(errors, "error")}, a merge would not upload everything" : "a merge uploads " + Words.Sent(report);
    }
}

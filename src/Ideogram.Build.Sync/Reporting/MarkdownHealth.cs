using System.Globalization;
using System.Text;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A dataset's health as HTML for a comment: one line, and the pairs of near duplicates side by side.</summary>
internal static class MarkdownHealth
{
    private const int PictureWidth = 100;
    private const int CellWidth = 130;

    /// <summary>The line, to end a paragraph; empty if nobody looked.</summary>
    public static string Line(ReportedDataset dataset) =>
        dataset.Health is { } health ? $"<br>🩺 Health: {Html.Sentence(HealthText.Describe(dataset, health))}" : "";

    /// <summary>The pairs.</summary>
    /// <param name="kind">What the run was for.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="links">The pictures.</param>
    /// <param name="maxThumbnails">The most pictures.</param>
    /// <param name="text">Takes the HTML.</param>
    /// <returns>How many pictures were used.</returns>
    public static int AppendPairs(RunKind kind, ReportedDataset dataset, ILinks links, int maxThumbnails, StringBuilder text)
    {
        if (dataset.Health is not { NearDuplicates: { Count: > 0 } pairs })
            return 0;
        var used = 0;
        text.Append("<details open><summary>🩺 ").Append(ReportText.Count(pairs.Count, "pair")).Append(" of near duplicates</summary>\n<table>\n");
        foreach (var pair in NearDuplicatePairs.From(kind, dataset))
        {
            text.Append("<tr>");
            foreach (var (path, image, state) in pair)
            {
                var file = image is null ? FileOf(dataset, path) : null;
                var picture = used >= maxThumbnails ? null : image is not null ? links.Thumbnail(image) : file is not null ? links.Thumbnail(file) : null;
                text.Append(CultureInfo.InvariantCulture, $"<td width=\"{CellWidth}\">");
                if (picture is not null)
                {
                    used++;
                    text.Append(CultureInfo.InvariantCulture, $"<img src=\"{Html.Attribute(picture)}\" width=\"{PictureWidth}\" alt=\"\"><br>");
                }

                text.Append(Html.Code(path)).Append(state is null ? "" : $"<br>{state}").Append("</td>");
            }

            text.Append("</tr>\n");
        }

        text.Append("</table>\n");
        if (pairs.Count > NearDuplicatePairs.MaxShown)
            text.Append("<p>and ").Append(ReportText.Count(pairs.Count - NearDuplicatePairs.MaxShown, "more pair")).Append("</p>\n");
        text.Append("</details>\n\n");
        return used;
    }

    // Where errors leave no result of the image: its file, named as the manifest is. Null for one in an archive.
    private static string? FileOf(ReportedDataset dataset, string path)
    {
        if (path.Contains('!', StringComparison.Ordinal))
            return null;
        var parts = new List<string>();
        foreach (var part in dataset.Manifest.Split('/').SkipLast(1).Concat(path.Split('/')))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
                parts.RemoveAt(parts.Count - 1);
            else
                parts.Add(part);
        }

        return string.Join('/', parts);
    }
}

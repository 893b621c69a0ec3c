using System.Globalization;
using System.Text;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>A dataset's health on the page: one line, near duplicates side by side, and a chart of sizes and shapes.</summary>
/// <param name="body">Where the HTML goes.</param>
/// <param name="thumbnails">The pictures.</param>
internal sealed class PreviewHealth(StringBuilder body, Thumbnails thumbnails)
{
    // These pictures are in the page twice.
    private const long MaxPictureBytes = 500_000;

    private const int Side = 240;
    private const int Margin = 34;
    private const int Dot = 4;

    public async Task WriteAsync(ReportedDataset dataset, CancellationToken cancellationToken)
    {
        if (dataset.Health is not { } health)
            return;
        body.Append("<p class=\"facts\">Health: ").Append(PageText.Line(HealthText.Describe(dataset, health), 1_000)).Append("</p>\n");
        await WritePairsAsync(dataset, health, cancellationToken);
        if (dataset.Images.Count > 1)
            WriteChart(dataset.Images);
    }

    private async Task WritePairsAsync(ReportedDataset dataset, ReportedHealth health, CancellationToken cancellationToken)
    {
        if (health.NearDuplicates.Count == 0)
            return;
        body.Append("<ul class=\"pairs\">\n");
        foreach (var pair in NearDuplicatePairs.From(RunKind.Plan, dataset))
        {
            body.Append("<li>");
            foreach (var (path, image, state) in pair)
            {
                body.Append("<figure>");
                if (image is { Bytes: <= MaxPictureBytes } && await thumbnails.SourceAsync(image.Sha256, cancellationToken) is { } source)
                    body.Append("<img alt=\"\" src=\"").Append(PageText.Line(source, int.MaxValue)).Append("\">");
                body.Append("<figcaption class=\"path\">").Append(PageText.Line(path)).Append(state is null ? "" : $" <i>{state}</i>")
                    .Append("</figcaption></figure>");
            }

            body.Append("</li>\n");
        }

        body.Append("</ul>\n");
        if (health.NearDuplicates.Count > NearDuplicatePairs.MaxShown)
            body.Append("<p class=\"none\">and ").Append(ReportText.Count(health.NearDuplicates.Count - NearDuplicatePairs.MaxShown, "more pair"))
                .Append("</p>\n");
    }

    // A dot for each image: its width to the right, its height upwards. Squares are on the diagonal.
    private void WriteChart(IReadOnlyList<ReportedImage> images)
    {
        var most = Math.Max(images.Max(i => Math.Max(i.Width, i.Height)), 1);
        body.Append(CultureInfo.InvariantCulture, $"<details><summary>sizes and shapes</summary><svg class=\"chart\" role=\"img\" "
            + $"aria-label=\"Width and height of {images.Count} images\" viewBox=\"0 0 {Side + (2 * Margin)} {Side + (2 * Margin)}\">\n"
            + $"<rect x=\"{Margin}\" y=\"{Margin}\" width=\"{Side}\" height=\"{Side}\"/>"
            + $"<line x1=\"{Margin}\" y1=\"{Margin + Side}\" x2=\"{Margin + Side}\" y2=\"{Margin}\"/>\n");
        foreach (var size in images.GroupBy(i => (i.Width, i.Height)))
        {
            var (x, y) = (Margin + (Side * (double)size.Key.Width / most), Margin + Side - (Side * (double)size.Key.Height / most));
            body.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.#}\" cy=\"{y:0.#}\" r=\"{Dot + Math.Min(size.Count() / 10.0, Dot):0.#}\">"
                + $"<title>{size.Key.Width} × {size.Key.Height}: {ReportText.Count(size.Count(), "image")}</title></circle>\n");
        }

        body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin + Side}\" y=\"{Margin + Side + 18}\" text-anchor=\"end\">width, to {most} pixels</text>"
            + $"<text x=\"{Margin}\" y=\"{Margin - 10}\">height, to {most} pixels</text>\n</svg></details>\n");
    }
}

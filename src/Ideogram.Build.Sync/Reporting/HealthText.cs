using System.Globalization;
using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The health of a dataset in one line.</summary>
public static class HealthText
{
    /// <summary>Such as "nothing found; 18 of 18 images with a caption; smallest 640×640, median 720×540; 6 wide, 12 square; 6 JPEG, 12 PNG".</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="health">Its health.</param>
    public static string Describe(ReportedDataset dataset, ReportedHealth health)
    {
        var found = health.Findings == 0 ? "nothing found" : ReportText.Count(health.Findings, "finding");
        var shapes = Some((health.Wide, "wide"), (health.Tall, "tall"), (health.Square, "square"));
        // Files with the same bytes are one image of the plan, and here each counts, as in the other numbers.
        var formats = Some([.. dataset.Images.GroupBy(i => i.Format).Select(g => (g.Sum(i => 1 + i.Twins.Count), ImageFormats.Row(g.Key).Name))
            .OrderByDescending(f => f.Item1)]);
        var parts = new[]
        {
            found, Number(dataset.Assets.Captions) + " of " + ReportText.Count(dataset.Assets.Images, "image") + " with a caption",
            $"smallest {Size(health.Smallest)}, median {Size(health.Median)}", shapes, formats,
            health.NotCompared == 0 ? "" : Number(health.NotCompared) + " not compared",
        };
        return string.Join("; ", parts.Where(p => p.Length > 0));
    }

    private static string Some(params (int Count, string What)[] parts) =>
        string.Join(", ", parts.Where(p => p.Count > 0).Select(p => $"{Number(p.Count)} {p.What}"));

    private static string Size(ReportedSize size) => $"{Number(size.Width)}×{Number(size.Height)}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

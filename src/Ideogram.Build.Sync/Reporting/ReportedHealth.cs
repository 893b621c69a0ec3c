using Ideogram.Build.Datasets.Health;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a look at a dataset as a whole found, beside its problems.</summary>
/// <param name="Smallest">The size of the image with the fewest pixels.</param>
/// <param name="Median">The size of the image in the middle, by pixels.</param>
/// <param name="Wide">How many images are wider than high by more than a tenth.</param>
/// <param name="Tall">How many are higher than wide by more than a tenth.</param>
/// <param name="Square">How many are neither.</param>
/// <param name="Findings">How many of the problems are about health.</param>
/// <param name="NotCompared">How many images were not compared with the others.</param>
/// <param name="NearDuplicates">Pairs of images that are nearly the same; the first ones of many.</param>
public sealed record ReportedHealth(ReportedSize Smallest, ReportedSize Median, int Wide, int Tall, int Square, int Findings, int NotCompared,
    IReadOnlyList<ReportedPair> NearDuplicates)
{
    /// <summary>The most pairs in a report: a hundred copies of one picture would be thousands.</summary>
    public const int MaxPairs = 100;

    private const double MaxSquare = 1.1;

    internal static ReportedHealth? From(Dataset dataset)
    {
        if (dataset.Health is not { } health || dataset.Assets.Count == 0)
            return null;
        var images = dataset.Assets.Select(a => a.Image).OrderBy(i => (long)i.Width * i.Height).ToList();
        var wide = images.Count(i => i.Width > MaxSquare * i.Height);
        var tall = images.Count(i => i.Height > MaxSquare * i.Width);
        return new ReportedHealth(
            new ReportedSize(images[0].Width, images[0].Height),
            new ReportedSize(images[images.Count / 2].Width, images[images.Count / 2].Height),
            wide,
            tall,
            images.Count - wide - tall,
            dataset.Diagnostics.Count(d => HealthRules.All.Contains(d.Rule)),
            health.NotCompared,
            [.. health.NearDuplicates.Take(MaxPairs).Select(p => new ReportedPair(p.First, p.Second))]);
    }
}

/// <summary>A size in pixels.</summary>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
public sealed record ReportedSize(int Width, int Height);

/// <summary>Two images.</summary>
/// <param name="First">The path of one, relative to the manifest.</param>
/// <param name="Second">The path of the other.</param>
public sealed record ReportedPair(string First, string Second);

using System.Globalization;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Sync.Captioning;

/// <summary>Which images would be described. It sends nothing.</summary>
/// <param name="Jobs">One for each call, in the order of the manifests and of their paths.</param>
/// <param name="Problems">Manifests that cannot be captioned, and images that are left.</param>
/// <param name="Later">How many more calls there would be without a maximum.</param>
public sealed record CaptionPlan(IReadOnlyList<CaptionJob> Jobs, IReadOnlyList<Diagnostic> Problems, int Later)
{
    /// <summary>How many images are left.</summary>
    public int Left => Problems.Count(p => p.Rule == DescribeRules.Left);

    /// <summary>The plan for validated manifests.</summary>
    /// <param name="datasets">The manifests.</param>
    /// <param name="max">The most calls.</param>
    public static CaptionPlan Create(IReadOnlyList<Dataset> datasets, int max)
    {
        var problems = new List<Diagnostic>();
        var gaps = new List<CaptionGap>();
        foreach (var dataset in datasets)
        {
            var own = CaptionGaps.Problems(dataset);
            problems.AddRange(own);
            if (own.Count == 0) gaps.AddRange(CaptionGaps.Find(dataset));
        }

        // Two manifests may name the same image.
        gaps = [.. gaps.DistinctBy(g => (g.Asset.File, g.Asset.Entry))];
        problems.AddRange(gaps.Where(g => Obstacle(g) is not null).Select(g => Leave(g, Obstacle(g)!)));
        var jobs = gaps.Where(g => Obstacle(g) is null).GroupBy(g => g.Asset.Image.Sha256, StringComparer.Ordinal).Select(g => new CaptionJob([.. g])).ToList();
        return new CaptionPlan([.. jobs.Take(max)], problems, Math.Max(0, jobs.Count - max));
    }

    internal static Diagnostic Leave(CaptionGap gap, string why) =>
        DescribeRules.Left.At(gap.Asset.File, Position.Start, $"{MessageText.Quote(gap.Asset.RelativePath)} gets no caption: {why}.");

    private static string? Obstacle(CaptionGap gap) => gap.Obstacle ?? (gap.Asset.Image.Bytes <= IdeogramLimits.MaxDescribedBytes
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"it has {gap.Asset.Image.Bytes / 1_000_000.0:0.0} MB, and Ideogram describes images of at most "
            + $"{IdeogramLimits.MaxDescribedBytes / 1_000_000} MB. Write one by hand"));
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>Finds images whose size or shape a training cannot use well.</summary>
internal sealed class ShapeHealth(Manifest manifest, List<Diagnostic> diagnostics)
{
    /// <summary>Ideogram trains at about a megapixel; what is much smaller is enlarged.</summary>
    private const int MinShortSide = 512;

    private const int MaxRatio = 3;
    private const int OutlierPart = 4;
    private const int MinSet = 8;

    public void Check(IReadOnlyList<Asset> assets)
    {
        // Who sets limits has said what is too small.
        var small = manifest.Limits is { MinWidth: 0, MinHeight: 0 } ? assets.Where(a => ShortSide(a) < MinShortSide).ToList() : [];
        Report(HealthRules.Small, small, FormattableString.Invariant($"have fewer than {MinShortSide} pixels on their short side"),
            "A training enlarges them, so they become blurred. Use larger versions. If you want these sizes, set 'limits: min-width' and 'min-height'.");
        Report(HealthRules.Extreme, [.. assets.Where(a => Math.Max(a.Image.Width, a.Image.Height) > (long)MaxRatio * ShortSide(a))],
            "have one side that is more than three times as long as the other", "A training crops or squeezes them. Crop them to what matters.");
        if (assets.Count < MinSet)
            return;
        var median = assets.Select(ShortSide).OrderBy(s => s).ElementAt(assets.Count / 2);
        Report(HealthRules.Outlier, [.. assets.Except(small).Where(a => ShortSide(a) * OutlierPart < median)],
            "are far smaller than the others",
            FormattableString.Invariant($"Their short side is less than a quarter of what is usual in this dataset ({median} pixels). ")
                + "They may be thumbnails: use the originals.");
    }

    private static int ShortSide(Asset asset) => Math.Min(asset.Image.Width, asset.Image.Height);

    private void Report(Rule rule, IReadOnlyCollection<Asset> found, string what, string advice) =>
        HealthWarning.Add(rule, found, what, advice, manifest, diagnostics);
}

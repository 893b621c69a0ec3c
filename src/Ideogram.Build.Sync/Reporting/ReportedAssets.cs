using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a manifest names, whatever a run did with it.</summary>
/// <param name="Images">Its images; those with the same bytes count each.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Captions">How many have a caption.</param>
public sealed record ReportedAssets(int Images, long Bytes, int Captions)
{
    internal static ReportedAssets From(IReadOnlyList<Asset> assets) =>
        new(assets.Count, assets.Sum(a => a.Image.Bytes), assets.Count(a => a.Caption is not null));
}

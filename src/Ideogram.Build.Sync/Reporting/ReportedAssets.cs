using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a manifest names, independent of what the run did.</summary>
/// <param name="Images">The number of images; images with the same bytes count separately.</param>
/// <param name="Duplicates">How many of them have the bytes of another one, so that they are not sent.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Captions">How many have a caption.</param>
/// <param name="Broken">How many further images cannot be used; the problems say why.</param>
public sealed record ReportedAssets(int Images, int Duplicates, long Bytes, int Captions, int Broken)
{
    internal static ReportedAssets From(Dataset dataset) => new(
        dataset.Assets.Count, dataset.Assets.Count - dataset.Assets.Select(a => a.Image.Sha256).Distinct(StringComparer.Ordinal).Count(),
        dataset.Assets.Sum(a => a.Image.Bytes), dataset.Assets.Count(a => a.Caption is not null), dataset.Broken);
}

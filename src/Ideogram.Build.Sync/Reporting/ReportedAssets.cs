using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a manifest names, whatever a run did with it.</summary>
/// <param name="Images">Its images; those with the same bytes count each.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Captions">How many have a caption.</param>
/// <param name="Broken">How many further images cannot be used; the problems say why.</param>
public sealed record ReportedAssets(int Images, long Bytes, int Captions, int Broken)
{
    internal static ReportedAssets From(Dataset dataset) => new(
        dataset.Assets.Count, dataset.Assets.Sum(a => a.Image.Bytes), dataset.Assets.Count(a => a.Caption is not null), dataset.Broken);
}

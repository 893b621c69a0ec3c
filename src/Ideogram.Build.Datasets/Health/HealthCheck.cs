using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Caching;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>Looks at a dataset as a training would: what is correct and would still spoil the model.</summary>
/// <param name="cache">Remembers what was compared; null for nothing.</param>
/// <param name="comparesPictures">Whether to look for near duplicates: all pairs of a run have a limit.</param>
internal sealed class HealthCheck(InspectionCache? cache, bool comparesPictures)
{
    /// <summary>Adds what it finds to the diagnostics; null for a dataset without images.</summary>
    public DatasetHealth? Check(Manifest manifest, IReadOnlyList<Asset> assets, List<Diagnostic> diagnostics)
    {
        if (assets.Count == 0)
            return null;
        new CaptionHealth(manifest, diagnostics).Check(assets);
        new ShapeHealth(manifest, diagnostics).Check(assets);
        new PictureHealth(manifest, diagnostics).Check(assets);
        var pairs = comparesPictures ? NearDuplicateCheck.Find(assets, cache) : [];
        NearDuplicateCheck.Report(manifest, pairs, diagnostics);
        return new DatasetHealth
        {
            NearDuplicates = [.. pairs.Select(p => new NearDuplicate(p.First.RelativePath, p.Second.RelativePath))],
            NotCompared = comparesPictures ? assets.Count(a => a.Image.Look?.Tone is null) : assets.Count,
        };
    }
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>Looks at a dataset as a training would: what is correct and would still spoil the model.</summary>
internal sealed class HealthCheck(Manifest manifest, List<Diagnostic> diagnostics)
{
    public void Check(IReadOnlyList<Asset> assets)
    {
        if (assets.Count == 0)
            return;
        new CaptionHealth(manifest, diagnostics).Check(assets);
    }
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Health;

/// <summary>A warning about some images of a dataset: how many, what is with them, their names, and what to do.</summary>
internal static class HealthWarning
{
    public static void Add(Rule rule, IReadOnlyCollection<Asset> found, string what, string advice, Manifest manifest, List<Diagnostic> diagnostics)
    {
        if (found.Count > 0)
        {
            diagnostics.Add(rule.At(manifest.Path, manifest.ImagesPosition,
                FormattableString.Invariant($"These images {what} ({found.Count:N0}): {NameList.Of(found)}. {advice}")));
        }
    }
}

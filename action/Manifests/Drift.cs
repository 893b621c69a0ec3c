using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Cli.Manifests;

/// <summary>The differences between the datasets and their manifests.</summary>
internal static class Drift
{
    /// <summary>How many images and captions an upload would send, and how many files are not in the manifests; only of datasets that were
    /// queried.</summary>
    public static int Count(IEnumerable<DatasetPlan> plans) => plans.Where(d => d.IsCompared)
        .Sum(d => d.Images.Count(i => i.IsSent) + d.Stale.Count + d.Doubled.Count);
}

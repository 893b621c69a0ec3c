using Microsoft.Build.Framework;

namespace Ideogram.Build.Tasks;

/// <summary>Reads <c>IdeogramDatasetUpload</c> items.</summary>
internal static class ManifestItem
{
    /// <summary>Full paths of the manifests, each once. MSBuild resolves them against the project, whatever the current folder is.</summary>
    public static IReadOnlyList<string> Paths(IEnumerable<ITaskItem> items) => [.. items.Select(Path).Distinct(StringComparer.Ordinal)];

    /// <summary>Full path of one manifest.</summary>
    public static string Path(ITaskItem item) => item.GetMetadata("FullPath");
}

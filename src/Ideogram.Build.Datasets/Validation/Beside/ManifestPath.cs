using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation.Beside;

/// <summary>Paths as a manifest writes them.</summary>
internal static class ManifestPath
{
    /// <summary>The path of a file or folder of the repository, relative to the manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="root">Full path of the repository's top.</param>
    /// <param name="path">Full path of the file or folder.</param>
    public static string Of(Manifest manifest, string root, string path)
    {
        var (from, to) = (Parts(root, manifest.Folder), Parts(root, path));
        var common = 0;
        while (common < from.Length && common < to.Length && from[common] == to[common])
            common++;
        var parts = Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)).ToList();
        return parts.Count == 0 ? "." : string.Join("/", parts);
    }

    private static string[] Parts(string root, string path) =>
        RepositoryPath.FromFullPath(root, path) is { Length: > 0 } relative ? relative.Split('/') : [];
}

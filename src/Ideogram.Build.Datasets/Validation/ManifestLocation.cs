using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>The place of a manifest in its repository, and whether it is allowed there.</summary>
internal static class ManifestLocation
{
    /// <summary>Why this manifest must not be read: a name that is not allowed, or a link or dot folder on its way from the repository's top.</summary>
    public static Diagnostic? Refuse(string manifestPath, string root)
    {
        if (PlainName.Problem(RepositoryPath.WithSlashes(manifestPath)) is { } problem)
            return ManifestRules.NotPlainName.At(manifestPath, Position.Start, $"The path of the manifest, "
                + $"{MessageText.Quote(RepositoryPath.WithSlashes(manifestPath))}, {problem}. Rename the file or folder.");

        for (var at = manifestPath; at is not null && at != root; at = Path.GetDirectoryName(at))
        {
            if (RepositoryRoot.IsLink(at))
                return ManifestRules.Symlink.At(manifestPath, Position.Start, $"{MessageText.Quote(RepositoryPath.FromFullPath(root, at))} is a symbolic "
                    + "link, which is never followed because it could point outside the repository. Name the manifest by its own path.");
            if (Path.GetFileName(at).StartsWith('.'))
                return ManifestRules.DotName.At(manifestPath, Position.Start, $"The manifest is in {MessageText.Quote(Path.GetFileName(at))}, and dot files "
                    + "and dot folders are never read. Move it beside its images.");
        }

        return null;
    }
}

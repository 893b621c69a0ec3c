using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Review;

/// <summary>Links into the repository at fixed commits. They work in private repositories and with Git LFS too: GitHub redirects them for who may see them.</summary>
/// <param name="repository">The repository's page, without a slash at the end.</param>
/// <param name="root">Full path of the repository's top.</param>
/// <param name="head">The commit that holds the files as they are; null for none.</param>
internal sealed class GitHubLinks(string repository, string root, string? head) : ILinks
{
    /// <summary>The commit that holds the files as they were.</summary>
    public string? Base { get; init; }

    /// <summary>Paths in the base commit by the full path of the image that replaces them.</summary>
    public IReadOnlyDictionary<string, string> FormerPaths { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public Uri? Thumbnail(PlannedImage image) => head is null || image.Asset.Entry is not null ? null : Blob(head, Display(image.Asset.File), "?raw=true");

    public Uri? FormerThumbnail(PlannedImage image) =>
        Base is not null && image.IsEdit && FormerPaths.TryGetValue(image.Asset.File, out var former) ? Blob(Base, former, "?raw=true") : null;

    public Uri? Source(Diagnostic diagnostic) => head is null
        ? null
        : Blob(head, Display(diagnostic.File), diagnostic.Position.Line > 1 ? string.Create(CultureInfo.InvariantCulture, $"#L{diagnostic.Position.Line}") : "");

    public string Display(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    private Uri? Blob(string commit, string path, string suffix) => path.StartsWith("../", StringComparison.Ordinal)
        ? null
        : new Uri($"{repository}/blob/{commit}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}{suffix}");
}

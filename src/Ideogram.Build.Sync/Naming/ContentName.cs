using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;

namespace Ideogram.Build.Sync.Naming;

/// <summary>
/// The name under which an image is sent: <c>&lt;slug&gt;-&lt;32 hex of SHA-256&gt;.&lt;extension&gt;</c>. Only the hash decides which image
/// it is; the slug is for people. This makes <c>GET /datasets/{id}</c> the ledger of what was sent.
/// </summary>
public static partial class ContentName
{
    private const string TextSidecar = ".txt";
    private const string StructuredSidecar = ".json";
    private const int MaxSlugLength = 48;

    /// <summary>The content name of an image.</summary>
    /// <param name="asset">The image.</param>
    public static string Create(Asset asset) => $"{Slug(asset)}-{HashOf(asset.Image)}{ImageFormats.Row(asset.Image.Format).Extensions[0]}";

    /// <summary>The part of an image's hash that its name carries: 32 lower-case hex digits.</summary>
    /// <param name="image">The image.</param>
    public static string HashOf(ImageInfo image) => image.Sha256[..32];

    /// <summary>The name of the caption sidecar of an image: the same stem, and <c>.txt</c> or <c>.json</c>.</summary>
    /// <param name="imageName">The image's name at Ideogram.</param>
    /// <param name="kind">The caption's kind.</param>
    public static string Sidecar(string imageName, CaptionKind kind) =>
        Path.ChangeExtension(imageName, kind == CaptionKind.Structured ? StructuredSidecar : TextSidecar);

    /// <summary>The hash in a name that this tool made; null for any other name.</summary>
    /// <param name="name">A name from a dataset.</param>
    public static string? HashIn(string? name) => name is not null && Pattern().Match(name) is { Success: true } match
        && IsSent(match.Groups["extension"].Value) ? match.Groups["hash"].Value : null;

    /// <summary>The readable part of a name that this tool made; null for any other name.</summary>
    /// <param name="name">A name from a dataset.</param>
    public static string? SlugIn(string? name) => HashIn(name) is { } hash ? name![..(name!.LastIndexOf(hash, StringComparison.Ordinal) - 1)] : null;

    /// <summary>Whether a name is that of a caption sidecar that this tool sent.</summary>
    /// <param name="name">A name from a dataset.</param>
    public static bool IsSidecar(string? name) =>
        HashIn(name) is not null && (name!.EndsWith(TextSidecar, StringComparison.Ordinal) || name.EndsWith(StructuredSidecar, StringComparison.Ordinal));

    /// <summary>The readable part of the name that an image would get: lower-case ASCII letters, digits and hyphens.</summary>
    /// <param name="asset">The image.</param>
    public static string Slug(Asset asset)
    {
        var file = asset.Entry ?? asset.RelativePath;
        var stem = Path.GetFileNameWithoutExtension(file[(file.LastIndexOf('/') + 1)..]);
        var slug = NotInSlug().Replace(stem.ToLowerInvariant(), "-").Trim('-');
        slug = slug.Length > MaxSlugLength ? slug[..MaxSlugLength].TrimEnd('-') : slug;
        return slug.Length == 0 ? "image" : slug;
    }

    private static bool IsSent(string extension) => extension is TextSidecar or StructuredSidecar || ImageFormats.All.Any(f => f.Extensions[0] == extension);

    [GeneratedRegex(@"^[a-z0-9-]+-(?<hash>[0-9a-f]{32})(?<extension>\.[a-z]+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotInSlug();
}

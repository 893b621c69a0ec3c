using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;

namespace Ideogram.Build.Sync.Naming;

/// <summary>
/// The name under which an image is sent: <c>&lt;slug&gt;-&lt;32 hex of SHA-256&gt;.&lt;extension&gt;</c>. Only the hash decides which image
/// it is; the slug is for people. This makes <c>GET /datasets/{id}</c> the ledger of what was sent. An image with a caption has
/// <c>-c&lt;8 hex of the caption's SHA-256&gt;</c> before the hash: the caption that it was sent with, whatever the dataset shows.
/// </summary>
public static partial class ContentName
{
    private const string TextSidecar = ".txt";
    private const string StructuredSidecar = ".json";
    private const string NoCaption = "00000000";
    private const int MaxSlugLength = 48;

    /// <summary>The content name of an image that is sent with its caption, if it has one.</summary>
    /// <param name="asset">The image.</param>
    public static string Create(Asset asset) => Create(asset, asset.Caption is null ? "" : $"-c{CaptionTag(asset.Caption)}");

    /// <summary>The content name of an image whose caption was removed: it says so, as other names say what the caption was.</summary>
    /// <param name="asset">The image, without a caption.</param>
    public static string CreateWithoutCaption(Asset asset) => Create(asset, $"-c{NoCaption}");

    /// <summary>Whether an image was sent with exactly this caption, by its name; null if its name does not say.</summary>
    /// <param name="name">A name from a dataset.</param>
    /// <param name="caption">The caption; null for none.</param>
    public static bool? IsSentWith(string? name, Caption? caption) => HashIn(name) is not null
        && Pattern().Match(name!).Groups["caption"] is { Success: true, Value: var tag } ? tag == (caption is null ? NoCaption : CaptionTag(caption)) : null;

    /// <summary>The part of an image's hash that its name carries: 32 lower-case hex digits.</summary>
    /// <param name="image">The image.</param>
    public static string HashOf(ImageInfo image) => image.Sha256[..32];

    /// <summary>The part of an image's hash that its name would carry.</summary>
    /// <param name="image">The image's bytes.</param>
    public static string HashOf(byte[] image) => Convert.ToHexStringLower(SHA256.HashData(image))[..32];

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
    public static string? SlugIn(string? name) => HashIn(name) is null ? null : Pattern().Match(name!).Groups["slug"].Value;

    /// <summary>Whether a name is that of a caption sidecar that this tool sent.</summary>
    /// <param name="name">A name from a dataset.</param>
    public static bool IsSidecar(string? name) =>
        HashIn(name) is not null && (name!.EndsWith(TextSidecar, StringComparison.Ordinal) || name.EndsWith(StructuredSidecar, StringComparison.Ordinal));

    /// <summary>The readable part of the name that an image would get: lower-case ASCII letters, digits and hyphens.</summary>
    /// <param name="asset">The image.</param>
    public static string Slug(Asset asset) => Slug(asset.Entry ?? asset.RelativePath);

    /// <summary>The readable part of the name that a file would get.</summary>
    /// <param name="file">Its path, with <c>/</c>.</param>
    public static string Slug(string file)
    {
        var stem = Path.GetFileNameWithoutExtension(file[(file.LastIndexOf('/') + 1)..]);
        var slug = NotInSlug().Replace(stem.ToLowerInvariant(), "-").Trim('-');
        slug = slug.Length > MaxSlugLength ? slug[..MaxSlugLength].TrimEnd('-') : slug;
        return slug.Length == 0 ? "image" : slug;
    }

    private static string Create(Asset asset, string tag) => $"{Slug(asset)}{tag}-{HashOf(asset.Image)}{ImageFormats.Row(asset.Image.Format).Extensions[0]}";

    private static string CaptionTag(Caption caption) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{caption.Kind} {caption.Text.Trim()}")))[..8];

    private static bool IsSent(string extension) => extension is TextSidecar or StructuredSidecar || ImageFormats.All.Any(f => f.Extensions[0] == extension);

    [GeneratedRegex(@"^(?<slug>[a-z0-9-]+?)(-c(?<caption>[0-9a-f]{8}))?-(?<hash>[0-9a-f]{32})(?<extension>\.[a-z]+)\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotInSlug();
}

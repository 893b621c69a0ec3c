using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>
/// Pictures for the page. The program holds no image codec, so the originals are shown: the smallest are in the page itself, as many as fit into
/// its limit; a larger one is shown from its file.
/// </summary>
internal sealed class Thumbnails
{
    /// <summary>The largest image that goes into the page, in bytes.</summary>
    public const long MaxInlineBytes = 2_000_000;

    /// <summary>The most bytes of images in the page; as base64 they take a third more.</summary>
    public const long MaxInside = 16_000_000;

    private readonly string _pageFolder;
    private readonly HashSet<string> _inside = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Asset> _assets;

    /// <summary>Chooses how each image is shown.</summary>
    /// <param name="assets">All images of the page.</param>
    /// <param name="pageFolder">Full path of the folder of the page.</param>
    public Thumbnails(IEnumerable<Asset> assets, string pageFolder)
    {
        _pageFolder = pageFolder;
        // A separate file can be shown; an archive's entry cannot.
        _assets = assets.OrderBy(a => a.Entry is not null).DistinctBy(a => a.Image.Sha256).ToDictionary(a => a.Image.Sha256, StringComparer.Ordinal);
        var left = MaxInside;
        foreach (var image in _assets.Values.Select(a => a.Image).OrderBy(i => i.Bytes).TakeWhile(i => i.Bytes <= MaxInlineBytes))
        {
            left -= image.Bytes;
            if (left < 0)
                break;
            _inside.Add(image.Sha256);
        }
    }

    /// <summary>How many of the images are shown from their files.</summary>
    public int FromFiles { get; private set; }

    /// <summary>What an image element shows; null if the image is in an archive and too large for the page, or can no longer be read.</summary>
    /// <param name="sha256">The hash of its bytes.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<string?> SourceAsync(string sha256, CancellationToken cancellationToken)
    {
        var asset = _assets[sha256];
        if (_inside.Contains(asset.Image.Sha256))
            return await InsideAsync(asset, cancellationToken);
        if (asset.Entry is not null)
            return null;
        FromFiles++;
        return Address(sha256);
    }

    /// <summary>Where the image itself lies, as a page's link; null for one in an archive.</summary>
    /// <param name="sha256">The hash of its bytes.</param>
    public string? Address(string sha256)
    {
        var asset = _assets[sha256];
        if (asset.Entry is not null)
            return null;
        var path = Path.GetRelativePath(_pageFolder, asset.File);
        return Path.IsPathRooted(path)
            ? new Uri(path).AbsoluteUri
            : string.Join('/', RepositoryPath.WithSlashes(path).Split('/').Select(Uri.EscapeDataString));
    }

    private static async Task<string?> InsideAsync(Asset asset, CancellationToken cancellationToken)
    {
        var bytes = new byte[asset.Image.Bytes];
        try
        {
            await using var file = asset.OpenRead();
            await file.ReadExactlyAsync(bytes, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return $"data:{ImageFormats.Row(asset.Image.Format).MediaType};base64,{Convert.ToBase64String(bytes)}";
    }
}

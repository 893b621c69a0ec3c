using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Naming;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>An image, or only its caption, on its way to the dataset. One upload at a time works on it.</summary>
internal sealed class PendingImage
{
    private readonly byte[]? _caption;

    public PendingImage(PlannedImage image, bool sendsCaption)
    {
        Image = image;
        SendsImage = image.Change == Change.New;
        if (sendsCaption && image.Asset.Caption is { } caption)
        {
            _caption = Encoding.UTF8.GetBytes(caption.Text);
            Sidecar = ContentName.Sidecar(image.RemoteName, caption.Kind);
        }
    }

    public PlannedImage Image { get; }

    public string Name => Image.RemoteName;

    public string? Sidecar { get; }

    /// <summary>Whether the image itself is still to be sent, not only its caption.</summary>
    public bool SendsImage { get; private set; }

    /// <summary>Whether the dataset showed the image, with or without its caption.</summary>
    public bool IsImageSeen { get; private set; }

    /// <summary>Whether an answer said that the image arrived, whatever became of its caption.</summary>
    public bool IsImageClaimed { get; set; }

    public PendingState State { get; set; } = PendingState.Waiting;

    /// <summary>Ideogram's reason, or the fault's code.</summary>
    public string? Reason { get; set; }

    public string? Advice { get; set; }

    public int Attempts { get; private set; }

    public int InternalErrors { get; set; }

    public long BytesSent { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    public long Bytes => (SendsImage ? Image.Asset.Image.Bytes : 0) + (_caption?.Length ?? 0);

    public IEnumerable<UploadFile> Files()
    {
        var asset = Image.Asset;
        if (SendsImage) yield return new UploadFile(Name, ImageFormats.Row(asset.Image.Format).MediaType, asset.Image.Bytes, asset.OpenRead)
        {
            Sha256 = asset.Image.Sha256,
            Crc32 = asset.Image.Crc32
        };
        if (_caption is not null) yield return new UploadFile(Sidecar!, MediaType(asset.Caption!.Kind), _caption.Length,
            () => new MemoryStream(_caption, writable: false));
    }

    public void Sent(TimeSpan elapsed)
    {
        Attempts++;
        BytesSent += Bytes;
        Elapsed += elapsed;
    }

    /// <summary>What the dataset shows of it.</summary>
    public Sight Look(RemoteDataset remote)
    {
        var hash = ContentName.HashOf(Image.Asset.Image);
        // Without this tool's name there (foreign: match) the name itself decides. Where it is doubled, one of them has the caption.
        var files = remote.Files.Where(f => f.Hash == hash || string.Equals(f.Name, Name, StringComparison.Ordinal)).ToList();
        if (files.Count == 0) return Sight.Nothing;
        (IsImageSeen, SendsImage) = (true, false);
        return _caption is null || files.Exists(f => CaptionComparison.AreEqual(Image.Asset.Caption!, f.Caption)) ? Sight.All : Sight.ImageOnly;
    }

    private static string MediaType(CaptionKind kind) => kind == CaptionKind.Structured ? "application/json" : "text/plain";
}

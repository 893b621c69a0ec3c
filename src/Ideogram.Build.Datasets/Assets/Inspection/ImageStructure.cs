using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>One format's way from the first byte of an image to the last.</summary>
internal abstract class ImageStructure(ImageReader reader, ImageFormat format)
{
    protected ImageReader Reader { get; } = reader;

    protected int Width { get; set; }

    protected int Height { get; set; }

    protected int BitsPerChannel { get; set; } = 8;

    protected bool HasAlpha { get; set; }

    protected bool IsAnimated { get; set; }

    /// <summary>EXIF's orientation, 1 to 8; 0 while none was seen.</summary>
    protected int Orientation { get; set; }

    /// <summary>Whether a colour profile says other primaries than those of sRGB.</summary>
    protected bool IsWideGamut { get; set; }

    /// <summary>How many cells the small picture has at most in a row or column; 0 for no picture.</summary>
    public int PictureSide { get; set; }

    /// <summary>How many bytes of pixels may be inflated; null for no limit but that of one image.</summary>
    public LookBudget? Looks { get; set; }

    /// <summary>Whether no picture was made because the run has inflated enough.</summary>
    public bool IsLookCut { get; protected set; }

    /// <summary>The first problem that decoders report although they read the image.</summary>
    public List<ImageFault> Complaints { get; } = [];

    /// <summary>What follows the image's end.</summary>
    protected AppendedData Appended { get; set; }

    /// <summary>Reads to the image's last byte.</summary>
    /// <returns>Null if everything is correct.</returns>
    public abstract ImageFault? Read();

    /// <summary>Checks the bytes after the image's end; true if they are a known kind of <see cref="AppendedData"/>.</summary>
    public virtual bool FindAppended() => false;

    /// <summary>The image made small, once it is read; null if it was not looked at.</summary>
    public virtual SmallPicture? Picture() => null;

    /// <summary>How the colours are stored.</summary>
    protected virtual ColourSpace Space => ColourSpace.Rgb;

    /// <summary>Whether a part of the image is not opaque, as far as that is known.</summary>
    protected virtual bool IsSeenThrough => HasAlpha;

    /// <summary>What the image looks like, once it is read.</summary>
    public ImageLook Look(SmallPicture? picture) => new(Space, IsWideGamut, IsSeenThrough, picture is null ? null : PictureTone.Of(picture));

    public ImageInfo ToImage(long bytes, string sha256) =>
        Orientation >= 5 ? Image(Height, Width, bytes, sha256) : Image(Width, Height, bytes, sha256);

    public static ImageFault Damaged(long offset, FormattableString what) =>
        new(ImageFaultKind.Damaged, offset, FormattableString.Invariant($"The file is damaged at byte {offset:N0}: {FormattableString.Invariant(what)}."),
            "Export it again from its source.");

    /// <summary>The fault of a file that ends inside something.</summary>
    public static ImageFault Truncated(ImageReader reader, string inside)
    {
        reader.SkipToEnd();
        return Truncated(reader.Offset, FormattableString.Invariant(
            $"The file ends after {reader.Offset:N0} bytes, inside {inside}: the rest of the image is missing."));
    }

    public static ImageFault Truncated(long offset, string text) => new(ImageFaultKind.Truncated, offset, text, "Copy, download or export it again.");

    protected static ImageFault Unsupported(long offset, string what, string advice) => new(ImageFaultKind.Unsupported, offset, what, advice);

    /// <summary>One such problem is enough for one image.</summary>
    protected void Complain(long offset, FormattableString what)
    {
        if (Complaints.Count == 0)
            Complaints.Add(new(ImageFaultKind.Irregular, offset, FormattableString.Invariant($"At byte {offset:N0}: {FormattableString.Invariant(what)}."),
                "Decoders report this and read the image; save it again to be sure."));
    }

    protected ImageFault Truncated(string inside) => Truncated(Reader, inside);

    private ImageInfo Image(int width, int height, long bytes, string sha256) =>
        new(format, width, height, bytes, sha256)
        {
            BitsPerChannel = BitsPerChannel,
            HasAlpha = HasAlpha,
            IsAnimated = IsAnimated,
            Appended = Appended,
            Orientation = Math.Max(Orientation, 1),
        };
}

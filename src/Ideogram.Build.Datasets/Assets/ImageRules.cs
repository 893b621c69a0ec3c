using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>What can be wrong with an image.</summary>
public static class ImageRules
{
    /// <summary>No bytes at all.</summary>
    public static readonly Rule Empty = new("IDEO2001", Severity.Error, "Empty image file");

    /// <summary>A Git LFS pointer where the image should be.</summary>
    public static readonly Rule LfsPointer = new("IDEO2002", Severity.Error, "Git LFS pointer instead of the image");

    /// <summary>Content that is not a JPEG, PNG or WebP image.</summary>
    public static readonly Rule Unsupported = new("IDEO2003", Severity.Error, "Not a JPEG, PNG or WebP image");

    /// <summary>The file ends before the image does.</summary>
    public static readonly Rule Truncated = new("IDEO2004", Severity.Error, "Truncated image");

    /// <summary>The structure contradicts itself or the format.</summary>
    public static readonly Rule Damaged = new("IDEO2005", Severity.Error, "Damaged image");

    /// <summary>Bytes after the image's end. The image itself is correct.</summary>
    public static readonly Rule TrailingData = new("IDEO2006", Severity.Warning, "Data after the end of the image");

    /// <summary>An extension of another format. The upload names the image by its content.</summary>
    public static readonly Rule Extension = new("IDEO2007", Severity.Warning, "Extension contradicts the content");

    /// <summary>Line endings inside the image were converted.</summary>
    public static readonly Rule LineEndings = new("IDEO2008", Severity.Error, "Image damaged by line-ending conversion");

    /// <summary>More bytes than <c>limits.file-size</c>.</summary>
    public static readonly Rule TooLarge = new("IDEO2009", Severity.Error, "Image file too large");

    /// <summary>Fewer pixels than <c>limits.min-width</c> or <c>limits.min-height</c>.</summary>
    public static readonly Rule TooSmall = new("IDEO2010", Severity.Error, "Image too small in pixels");

    /// <summary>More than one frame.</summary>
    public static readonly Rule Animated = new("IDEO2011", Severity.Warning, "Animated image");

    /// <summary>The file system refused.</summary>
    public static readonly Rule Unreadable = new("IDEO2012", Severity.Error, "Unreadable image file");

    /// <summary>The file was written to while it was read.</summary>
    public static readonly Rule Changed = new("IDEO2013", Severity.Error, "Image changed while it was read");

    /// <summary>Decoders report a problem but read the picture.</summary>
    public static readonly Rule Irregular = new("IDEO2014", Severity.Warning, "Image that decoders read with a warning");

    /// <summary>Further pictures, a gain map or a video after the picture, as phones write them.</summary>
    public static readonly Rule Appended = new("IDEO2015", Severity.Warning, "Images that hold more than one picture");

    /// <summary>More pixels than <see cref="MaxPixels"/>.</summary>
    public static readonly Rule TooManyPixels = new("IDEO2016", Severity.Error, "More pixels than decoders accept");

    /// <summary>Twice Pillow's <c>Image.MAX_IMAGE_PIXELS</c>, above which it refuses an image as a decompression bomb: 178,956,970.</summary>
    public const long MaxPixels = 178_956_970;

    /// <summary>The rule that a fault breaks.</summary>
    /// <param name="kind">The fault's kind.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
    public static Rule For(ImageFaultKind kind) => kind switch
    {
        ImageFaultKind.Empty => Empty,
        ImageFaultKind.LfsPointer => LfsPointer,
        ImageFaultKind.Unsupported => Unsupported,
        ImageFaultKind.Truncated => Truncated,
        ImageFaultKind.Damaged => Damaged,
        ImageFaultKind.TrailingData => TrailingData,
        ImageFaultKind.Irregular => Irregular,
        ImageFaultKind.LineEndings => LineEndings,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}

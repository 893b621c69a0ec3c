namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>The first thing that is wrong with an image's bytes.</summary>
/// <param name="Kind">What sort of thing; <see cref="ImageRules.For"/> has the rule.</param>
/// <param name="Offset">The byte, from 0, where it shows; the end of the file for what is missing.</param>
/// <param name="Text">A sentence for people: what is wrong, and where. Holds nothing from the file but numbers and ASCII letters.</param>
/// <param name="Advice">What to do.</param>
public sealed record ImageFault(ImageFaultKind Kind, long Offset, string Text, string Advice);

/// <summary>The sorts of <see cref="ImageFault"/>.</summary>
public enum ImageFaultKind
{
    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>A Git LFS pointer where the image should be.</summary>
    LfsPointer,

    /// <summary>Something else than a JPEG, PNG or WebP image, or a kind of JPEG that common decoders do not read.</summary>
    Unsupported,

    /// <summary>The file ends before the image does.</summary>
    Truncated,

    /// <summary>The structure contradicts itself or the format.</summary>
    Damaged,

    /// <summary>The image is correct and something follows its end. Comes together with an <see cref="ImageInfo"/>.</summary>
    TrailingData,

    /// <summary>Decoders report a problem but read the image. Comes together with an <see cref="ImageInfo"/>.</summary>
    Irregular,

    /// <summary>Line endings inside the image were converted, as git does to text.</summary>
    LineEndings,
}

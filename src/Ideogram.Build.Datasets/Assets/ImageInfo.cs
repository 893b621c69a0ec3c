using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>What one pass over an image's bytes found.</summary>
/// <param name="Format">The format by content, whatever the extension says.</param>
/// <param name="Width">Width in pixels, after orientation.</param>
/// <param name="Height">Height in pixels, after orientation.</param>
/// <param name="Bytes">Size of the file in bytes.</param>
/// <param name="Sha256">SHA-256 of the bytes, 64 lower-case hex digits.</param>
public sealed record ImageInfo(ImageFormat Format, int Width, int Height, long Bytes, string Sha256)
{
    /// <summary>Bits per channel.</summary>
    public int BitsPerChannel { get; init; } = 8;

    /// <summary>Whether the image has an alpha channel.</summary>
    public bool HasAlpha { get; init; }

    /// <summary>Whether the image is animated.</summary>
    public bool IsAnimated { get; init; }

    /// <summary>What follows the image in its file.</summary>
    public AppendedData Appended { get; init; }

    /// <summary>EXIF's orientation, 1 to 8; 1 is upright. <see cref="Width"/> and <see cref="Height"/> follow it already.</summary>
    public int Orientation { get; init; } = 1;

    /// <summary>What it looks like; null if nobody asked.</summary>
    internal ImageLook? Look { get; init; }

    /// <summary>CRC-32 of the bytes, to tell quickly whether they are still the same; null where that is not quicker than the hash.</summary>
    public uint? Crc32 { get; init; }
}

using System.Buffers.Binary;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Finds the orientation in EXIF data: a TIFF file in small, of which only the first directory matters.</summary>
internal static class ExifOrientation
{
    private const int Tag = 0x0112;
    private const int Short = 3;
    private const int EntrySize = 12;

    /// <summary>How JPEG introduces EXIF; some writers leave it in PNG and WebP too.</summary>
    public static ReadOnlySpan<byte> Prefix => "Exif\0\0"u8;

    /// <summary>Gives 1 to 8; 1, upright, for whatever cannot be read: a decoder would ignore it too.</summary>
    public static int Read(ReadOnlySpan<byte> exif)
    {
        if (exif.StartsWith(Prefix))
            exif = exif.Slice(Prefix.Length);
        if (exif.Length < 8)
            return 1;
        var little = exif.StartsWith("II*\0"u8);
        if (!little && !exif.StartsWith("MM\0*"u8))
            return 1;

        var directory = Four(exif.Slice(4), little);
        if (directory > exif.Length - 2)
            return 1;
        exif = exif.Slice((int)directory);
        var count = Math.Min(Two(exif, little), (exif.Length - 2) / EntrySize);
        for (var i = 0; i < count; i++)
        {
            var entry = exif.Slice(2 + (i * EntrySize), EntrySize);
            if (Two(entry, little) != Tag || Two(entry.Slice(2), little) != Short)
                continue;
            var value = Two(entry.Slice(8), little);
            return value is >= 1 and <= 8 ? value : 1;
        }

        return 1;
    }

    private static int Two(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Four(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

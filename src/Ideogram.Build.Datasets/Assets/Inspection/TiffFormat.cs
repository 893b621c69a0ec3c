using System.Buffers.Binary;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Tells a camera's raw image from an ordinary TIFF by the first directory.</summary>
internal static class TiffFormat
{
    private const int EntrySize = 12;
    private const int NewSubfileType = 0x00FE;
    private const int Make = 0x010F;
    private const int SubDirectories = 0x014A;
    private const int DngVersion = 0xC612;

    public static bool IsTiff(ReadOnlySpan<byte> head) =>
        head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) || head.StartsWith("II+\0"u8) || head.StartsWith("MM\0+"u8);

    /// <summary>The camera's maker, or the format's name, with its article; null for an ordinary TIFF.</summary>
    public static string? CameraOf(ReadOnlySpan<byte> head)
    {
        if (head.Length > 10 && head.Slice(8, 2).SequenceEqual("CR"u8))
            return "a Canon (CR2)";
        var little = head[0] == (byte)'I';
        if (head.Length < 8 || Four(head.Slice(4), little) is var directory && directory > head.Length - 2)
            return null;

        var entries = head.Slice((int)directory);
        var (count, maker, isReduced, hasMore) = (Math.Min(Two(entries, little), (entries.Length - 2) / EntrySize), (string?)null, false, false);
        for (var i = 0; i < count; i++)
        {
            var entry = entries.Slice(2 + (i * EntrySize), EntrySize);
            switch (Two(entry, little))
            {
                case DngVersion:
                    return "a DNG";
                case NewSubfileType:
                    isReduced = Four(entry.Slice(8), little) == 1;
                    break;
                case SubDirectories:
                    hasMore = true;
                    break;
                case Make:
                    maker = Maker(head, Four(entry.Slice(8), little));
                    break;
                default:
                    break;
            }
        }

        // Raws begin with a small picture and keep the sensor's values in a directory of their own.
        return isReduced || hasMore ? maker : null;
    }

    private static string? Maker(ReadOnlySpan<byte> head, uint offset)
    {
        (string Make, string Name)[] makers =
        [
            ("SONY", "a Sony (ARW)"), ("NIKON", "a Nikon (NEF)"), ("Canon", "a Canon"), ("PENTAX", "a Pentax (PEF)"), ("RICOH", "a Ricoh"),
                ("SAMSUNG", "a Samsung (SRW)"), ("OLYMPUS", "an Olympus"),
            ("Hasselblad", "a Hasselblad (3FR)"), ("Phase One", "a Phase One (IIQ)"), ("Leaf", "a Leaf"), ("LEICA", "a Leica"), ("KODAK", "a Kodak"),
                ("Eastman", "a Kodak"), ("EPSON", "an Epson (ERF)"), ("Mamiya", "a Mamiya"),
        ];
        if (offset >= head.Length)
            return null;
        foreach (var (make, name) in makers)
        {
            if (head.Slice((int)offset).StartsWith(System.Text.Encoding.ASCII.GetBytes(make)))
                return name;
        }

        return null;
    }

    private static int Two(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Four(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

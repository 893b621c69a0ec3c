namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>The types of PNG's chunks that matter here, as the four letters in the file (big-endian).</summary>
internal static class PngChunk
{
    public const uint Header = 0x49484452; // IHDR
    public const uint Palette = 0x504C5445; // PLTE
    public const uint Data = 0x49444154; // IDAT
    public const uint End = 0x49454E44; // IEND
    public const uint Transparency = 0x74524E53; // tRNS
    public const uint AnimationControl = 0x6163544C; // acTL
    public const uint FrameData = 0x66644154; // fdAT
    public const uint Gamma = 0x67414D41; // gAMA
    public const uint Profile = 0x69434350; // iCCP
    public const uint CodePoints = 0x63494350; // cICP
    public const uint Exif = 0x65584966; // eXIf
    public const uint AppleHeader = 0x43674249; // CgBI

    /// <summary>The checksum of a data chunk's type, with which its own begins.</summary>
    public static readonly uint DataChecksum = Crc32.Append(0, "IDAT"u8);

    /// <summary>An upper-case first letter: a decoder must know the chunk.</summary>
    public static bool IsCritical(uint type) => (type & 0x20000000) == 0;

    public static bool IsLetters(uint type)
    {
        for (var shift = 0; shift < 32; shift += 8)
        {
            if (((type >> shift) & 0xDF) is < 'A' or > 'Z')
                return false;
        }

        return true;
    }

    public static string Name(uint type) => new([(char)(type >> 24), (char)((type >> 16) & 255), (char)((type >> 8) & 255), (char)(type & 255)]);
}

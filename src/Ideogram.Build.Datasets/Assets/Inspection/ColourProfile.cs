using System.Buffers.Binary;
using System.IO.Compression;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>Tells by the primaries of an ICC profile (ICC.1:2022) whether its colours are those of sRGB. What it cannot read counts as sRGB.</summary>
internal static class ColourProfile
{
    private const int HeaderSize = 128;
    private const int TagSize = 12;
    private const int ValueSize = 20;
    private const int MaxInflated = 64 * 1024;

    // sRGB's primaries under D50, X and Y and Z of each, and how far rounding and other adaptations take them.
    private static readonly double[] Srgb = [0.4361, 0.2225, 0.0139, 0.3851, 0.7169, 0.0971, 0.1431, 0.0606, 0.7141];
    private const double Tolerance = 0.03;

    /// <summary>How JPEG introduces a profile; behind it are the numbers of this part and of all.</summary>
    public static ReadOnlySpan<byte> Prefix => "ICC_PROFILE\0"u8;

    /// <summary>Whether the profile is for red, green and blue with other primaries.</summary>
    public static bool IsWide(ReadOnlySpan<byte> profile)
    {
        if (profile.Length < HeaderSize + 4 || !profile.Slice(16).StartsWith("RGB "u8))
            return false;
        for (var i = 0; i < Srgb.Length; i += 3)
        {
            var tag = i switch { 0 => "rXYZ"u8, 3 => "gXYZ"u8, _ => "bXYZ"u8 };
            if (Find(profile, tag) is not { } at)
                return false;
            for (var axis = 0; axis < 3; axis++)
            {
                var value = BinaryPrimitives.ReadInt32BigEndian(profile.Slice(at + 8 + (4 * axis))) / 65536.0;
                if (Math.Abs(value - Srgb[i + axis]) > Tolerance)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The same for PNG's chunk: a name, a zero, a method and the compressed profile.</summary>
    public static bool IsWideCompressed(ReadOnlySpan<byte> chunk)
    {
        var name = chunk.IndexOf((byte)0);
        // Behind the method come two bytes of zlib's header.
        if (name < 0 || chunk.Length < name + 4)
            return false;
        var profile = new byte[MaxInflated];
        var length = 0;
        try
        {
            using var inflater = new DeflateStream(new MemoryStream(chunk.Slice(name + 4).ToArray()), CompressionMode.Decompress);
            while (length < profile.Length && inflater.Read(profile, length, profile.Length - length) is > 0 and var read)
                length += read;
        }
        catch (InvalidDataException)
        {
            // What came before it is looked at.
        }

        return IsWide(profile.AsSpan(0, length));
    }

    private static int? Find(ReadOnlySpan<byte> profile, ReadOnlySpan<byte> tag)
    {
        var count = Math.Min(BinaryPrimitives.ReadUInt32BigEndian(profile.Slice(HeaderSize)), (uint)((profile.Length - HeaderSize - 4) / TagSize));
        for (var i = 0; i < count; i++)
        {
            var entry = profile.Slice(HeaderSize + 4 + (i * TagSize), TagSize);
            if (!entry.StartsWith(tag))
                continue;
            var at = BinaryPrimitives.ReadUInt32BigEndian(entry.Slice(4));
            return at <= profile.Length - ValueSize ? (int)at : null;
        }

        return null;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Testing;

/// <summary>Small real images of any size, made in code; another seed is another image.</summary>
public static class TestImages
{
    /// <summary>A JPEG that decoders read without a word.</summary>
    public static byte[] Jpeg(int width = 64, int height = 48, int seed = 0, JpegOptions? options = null) =>
        new JpegBuilder(width, height, seed, options ?? new()).Build();

    /// <summary>A PNG that decoders read without a word.</summary>
    public static byte[] Png(int width = 64, int height = 48, int seed = 0, PngOptions? options = null) =>
        new PngBuilder(width, height, seed, options ?? new()).Build();

    /// <summary>A PNG made from a name: equal names, equal images.</summary>
    public static byte[] Png(string name, int width = 16, int height = 16) =>
        Png(width, height, BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))));

    /// <summary>A lossless WebP of one colour that decoders read without a word; seeds below 2^24 differ.</summary>
    public static byte[] WebP(int width = 64, int height = 48, int seed = 0, WebPOptions? options = null) =>
        new WebPBuilder(width, height, seed, options ?? new()).Build();

    /// <summary>EXIF data that says nothing but the orientation.</summary>
    public static byte[] Exif(int orientation, bool littleEndian = true)
    {
        byte[] exif = littleEndian
            ? [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
        if (littleEndian)
            BinaryPrimitives.WriteUInt16LittleEndian(exif.AsSpan(18), (ushort)orientation);
        else
            BinaryPrimitives.WriteUInt16BigEndian(exif.AsSpan(18), (ushort)orientation);
        return exif;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace Ideogram.Build.Emulator.Tests.Support;

/// <summary>The smallest files of each format that are whole.</summary>
internal static class TestImages
{
    public static byte[] Png(byte colour = 0)
    {
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
            zlib.Write([0, colour, colour, colour]);

        return
        [
            0x89, .. "PNG\r\n"u8, 0x1A, 0x0A,
            .. Chunk("IHDR"u8, [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0]),
            .. Chunk("IDAT"u8, pixels.ToArray()),
            .. Chunk("IEND"u8, []),
        ];
    }

    public static byte[] Jpeg(byte data = 7) =>
    [
        0xFF, 0xD8,
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, data, 0xFF, 0x00, 0xFF, 0xD0, data,
        0xFF, 0xD9,
    ];

    public static byte[] Webp(byte data = 7) => [.. "RIFF"u8, 18, 0, 0, 0, .. "WEBPVP8L"u8, 6, 0, 0, 0, 0x2F, 0, 0, 0, 0, data];

    private static byte[] Chunk(ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] named = [.. type, .. data];
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        var crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, Crc(named));
        return [.. length, .. named, .. crc];
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
        }

        return ~crc;
    }
}

using System.Buffers.Binary;
using System.IO.Compression;

namespace Ideogram.Build.Tests;

/// <summary>Writes PNGs of noise in the first row, which the others repeat.</summary>
internal sealed class PngBuilder(int width, int height, int seed, PngOptions options)
{
    private static readonly uint[] CrcTable =
        [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (crc, _) => (crc >> 1) ^ ((crc & 1) * 0xEDB88320)))];

    private readonly List<byte> _bytes = [];
    private int _sequence;

    private int BitsPerPixel => options.BitDepth * options.ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public byte[] Build()
    {
        _bytes.AddRange([0x89, .. "PNG\r\n\x1A\n"u8]);
        Chunk(_bytes, "IHDR", [.. Four(width), .. Four(height), (byte)options.BitDepth, (byte)options.ColourType, 0, 0, (byte)(options.Interlaced ? 1 : 0)]);
        if (options.Orientation != 0)
            Chunk(_bytes, "eXIf", TestImages.Exif(options.Orientation, littleEndian: false));
        if (options.Frames > 1)
            Chunk(_bytes, "acTL", [.. Four(options.Frames), .. Four(0)]);
        if (options.ColourType == 3)
            Chunk(_bytes, "PLTE", [.. Enumerable.Range(0, 1 << options.BitDepth).SelectMany(i => new[] { (byte)i, (byte)seed, (byte)(seed >> 8) })]);
        if (options.Transparency)
            Chunk(_bytes, "tRNS", new byte[options.ColourType == 2 ? 6 : 2]);
        if (options.Frames > 1)
            FrameControl();
        foreach (var part in Pixels().Chunk(options.DataChunkSize))
            Chunk(_bytes, "IDAT", part);
        for (var frame = 1; frame < options.Frames; frame++)
        {
            FrameControl();
            Chunk(_bytes, "fdAT", [.. Four(_sequence++), .. Pixels()]);
        }

        Chunk(_bytes, "IEND", []);
        return [.. _bytes];
    }

    /// <summary>Appends a chunk with its checksum.</summary>
    public static void Chunk(List<byte> to, string type, byte[] data)
    {
        byte[] checkedBytes = [.. System.Text.Encoding.Latin1.GetBytes(type), .. data];
        to.AddRange(Four(data.Length));
        to.AddRange(checkedBytes);
        to.AddRange(Four((int)~checkedBytes.Aggregate(uint.MaxValue, (crc, b) => (crc >> 8) ^ CrcTable[(byte)(crc ^ b)])));
    }

    private void FrameControl() => Chunk(_bytes, "fcTL", [.. Four(_sequence++), .. Four(width), .. Four(height), .. Four(0), .. Four(0), 0, 1, 0, 10, 0, 0]);

    private byte[] Pixels()
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
        {
            if (!options.Interlaced)
            {
                Rows(zlib, width, height);
            }
            else
            {
                foreach (var (x, y, stepX, stepY) in new[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) })
                    Rows(zlib, (width - x + stepX - 1) / stepX, (height - y + stepY - 1) / stepY);
            }
        }

        return compressed.ToArray();
    }

    private void Rows(Stream to, int columns, int rows)
    {
        if (columns == 0)
            return;
        var row = new byte[1 + (((columns * BitsPerPixel) + 7) / 8)];
        new Random(seed).NextBytes(row);
        row[0] = 0;
        for (var y = 0; y < rows; y++)
            to.Write(row);
    }

    private static byte[] Four(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}

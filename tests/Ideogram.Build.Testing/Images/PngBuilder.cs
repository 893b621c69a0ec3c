using System.Buffers.Binary;
using System.IO.Compression;

namespace Ideogram.Build.Testing;

/// <summary>Writes PNGs of noise.</summary>
public sealed class PngBuilder(int width, int height, int seed, PngOptions options)
{
    private static readonly uint[] CrcTable =
        [.. Enumerable.Range(0, 256).Select(i => Enumerable.Range(0, 8).Aggregate((uint)i, (crc, _) => (crc >> 1) ^ ((crc & 1) * 0xEDB88320)))];

    private readonly List<byte> _bytes = [];
    private int _sequence;

    private int BitsPerPixel => options.BitDepth * options.ColourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public byte[] Build()
    {
        _bytes.AddRange([0x89, .. "PNG\r\n\x1A\n"u8]);
        Add("IHDR", [.. Four(width), .. Four(height), (byte)options.BitDepth, (byte)options.ColourType, 0, 0, (byte)(options.Interlaced ? 1 : 0)]);
        if (options.Orientation != 0)
            Add("eXIf", TestImages.Exif(options.Orientation, littleEndian: false));
        if (options.Frames > 1)
            Add("acTL", [.. Four(options.Frames), .. Four(0)]);
        if (options.ColourType == 3)
            Add("PLTE", [.. Enumerable.Range(0, 1 << options.BitDepth).SelectMany(i => new[] { (byte)i, (byte)seed, (byte)(seed >> 8) })]);
        if (options.Transparency)
            Add("tRNS", new byte[options.ColourType == 2 ? 6 : 2]);
        if (options.Frames > 1)
            FrameControl();
        foreach (var part in Pixels().Chunk(options.DataChunkSize))
            Add("IDAT", part);
        for (var frame = 1; frame < options.Frames; frame++)
        {
            FrameControl();
            Add("fdAT", [.. Four(_sequence++), .. Pixels()]);
        }

        Add("IEND", []);
        return [.. _bytes];
    }

    /// <summary>A chunk with its checksum.</summary>
    public static byte[] Chunk(string type, byte[] data)
    {
        byte[] checkedBytes = [.. System.Text.Encoding.Latin1.GetBytes(type), .. data];
        var crc = (int)~checkedBytes.Aggregate(uint.MaxValue, (sum, b) => (sum >> 8) ^ CrcTable[(byte)(sum ^ b)]);
        return [.. Four(data.Length), .. checkedBytes, .. Four(crc)];
    }

    private void Add(string type, byte[] data) => _bytes.AddRange(Chunk(type, data));

    private void FrameControl() => Add("fcTL", [.. Four(_sequence++), .. Four(width), .. Four(height), .. Four(0), .. Four(0), 0, 1, 0, 10, 0, 0]);

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
                using var whole = new MemoryStream();
                Rows(whole, width, height);
                foreach (var (x, y, stepX, stepY) in new[] { (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2) })
                    Pass(zlib, whole.ToArray(), x, y, stepX, stepY);
            }
        }

        return compressed.ToArray();
    }

    // Every pixel that is a pass's own, bit by bit.
    private void Pass(Stream to, byte[] whole, int left, int top, int stepX, int stepY)
    {
        var length = 1 + (((width * BitsPerPixel) + 7) / 8);
        for (var y = top; y < height && left < width; y += stepY)
        {
            var row = new byte[1 + (((((width - left + stepX - 1) / stepX) * BitsPerPixel) + 7) / 8)];
            for (var (x, at) = (left, 0); x < width; x += stepX)
            {
                for (var bit = x * BitsPerPixel; bit < (x + 1) * BitsPerPixel; bit++, at++)
                    row[1 + (at / 8)] |= (byte)(((whole[(y * length) + 1 + (bit / 8)] >> (7 - (bit % 8))) & 1) << (7 - (at % 8)));
            }

            to.Write(row);
        }
    }

    private void Rows(Stream to, int columns, int rows)
    {
        if (columns == 0)
            return;
        var row = new byte[1 + (((columns * BitsPerPixel) + 7) / 8)];
        var random = new Random(seed);
        for (var y = 0; y < rows - options.LostRows; y++)
        {
            if (options.OffAndOn)
                OffAndOn(row);
            else if (y == 0 || options.Noisy)
                random.NextBytes(row);
            row[0] = (byte)options.Filter;
            to.Write(row);
        }
    }

    private void OffAndOn(byte[] row)
    {
        for (var bit = width * BitsPerPixel / 2; bit < width * BitsPerPixel; bit++)
            row[1 + (bit / 8)] |= (byte)(128 >> (bit % 8));
    }

    private static byte[] Four(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}

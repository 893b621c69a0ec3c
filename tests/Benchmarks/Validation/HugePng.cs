using System.Buffers.Binary;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>Writes an intact black PNG of two gigabytes: stored, not compressed, so that all chunks of pixels are the same bytes. It has as many pixels
/// as the inspection accepts (16 bits, four channels: 1.4 GB), and chunks that no reader knows for the rest.</summary>
internal static class HugePng
{
    private const int Width = 13_300;
    private const int Height = 13_450;
    private const int PixelBytes = 8;
    private const int StoredBlock = 65_535;
    private const int PrivateChunks = 10_000;
    private const int AdlerModulus = 65_521;

    public static void Write(string file)
    {
        var left = Height * (1L + (PixelBytes * Width));
        var adler = (uint)(left % AdlerModulus << 16) | 1;
        using var stream = File.Create(file);
        stream.Write([0x89, .. "PNG\r\n\x1A\n"u8]);
        stream.Write(Chunk("IHDR", [.. Four(Width), .. Four(Height), 16, 6, 0, 0, 0]));
        var unknown = Chunk("prVt", new byte[StoredBlock]);
        for (var chunk = 0; chunk < PrivateChunks; chunk++)
            stream.Write(unknown);
        stream.Write(Chunk("IDAT", [0x78, 0x01]));
        var full = Chunk("IDAT", Stored(StoredBlock, isLast: false));
        for (; left > StoredBlock; left -= StoredBlock)
            stream.Write(full);
        stream.Write(Chunk("IDAT", [.. Stored((int)left, isLast: true), .. Four(adler)]));
        stream.Write(Chunk("IEND", []));
    }

    private static byte[] Stored(int length, bool isLast) => [(byte)(isLast ? 1 : 0), (byte)length, (byte)(length >> 8), (byte)~length, (byte)(~length >> 8),
        .. new byte[length]];

    private static byte[] Chunk(string type, byte[] data)
    {
        List<byte> bytes = [];
        bytes.AddRange(PngBuilder.Chunk(type, data));
        return [.. bytes];
    }

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}

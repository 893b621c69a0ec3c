namespace Ideogram.Build.Emulator.Ideogram.Images;

/// <summary>Walks a PNG's chunks with their checksums: IHDR with a size first, image data, IEND.</summary>
internal static class PngCheck
{
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(CrcOf)];

    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsWhole(ImageBytes bytes)
    {
        bytes.Skip(Signature.Length);
        var first = true;
        var data = false;
        while (true)
        {
            var length = bytes.UInt32();
            var type = bytes.Bytes(4);
            if (length > int.MaxValue || first != type.AsSpan().SequenceEqual("IHDR"u8))
                return false;

            var crc = Crc(uint.MaxValue, type);
            if (first)
            {
                if (length != 13)
                    return false;
                var header = bytes.Bytes(13);
                if (header.AsSpan(0, 4).IndexOfAnyExcept((byte)0) < 0 || header.AsSpan(4, 4).IndexOfAnyExcept((byte)0) < 0)
                    return false;
                crc = Crc(crc, header);
                first = false;
            }
            else
            {
                for (long left = length; left > 0;)
                {
                    var chunk = bytes.Chunk(left);
                    crc = Crc(crc, chunk);
                    left -= chunk.Length;
                }
            }

            if (~crc != bytes.UInt32())
                return false;

            data |= type.AsSpan().SequenceEqual("IDAT"u8);
            if (type.AsSpan().SequenceEqual("IEND"u8))
                return data;
        }
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            crc = CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint CrcOf(int value)
    {
        var crc = (uint)value;
        for (var bit = 0; bit < 8; bit++)
            crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        return crc;
    }
}

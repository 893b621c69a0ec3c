using System.Buffers.Binary;

namespace Ideogram.Build.Testing;

/// <summary>Writes lossless WebPs of one colour (RFC 9649): with codes of one symbol no pixel takes a bit.</summary>
public sealed class WebPBuilder(int width, int height, int seed, WebPOptions options)
{
    public byte[] Build()
    {
        List<byte> body = [.. "WEBP"u8];
        if (options.IsExtended)
        {
            var flags = (options.Frames > 1 ? 0x02 : 0) | (options.Orientation != 0 ? 0x08 : 0) | (options.Alpha ? 0x10 : 0);
            body.AddRange(Chunk("VP8X", [(byte)flags, 0, 0, 0, .. Three(width - 1), .. Three(height - 1)]));
        }

        if (options.Frames > 1)
            body.AddRange(Chunk("ANIM", new byte[6]));
        for (var frame = 0; frame < options.Frames; frame++)
        {
            if (options.Frames == 1)
                body.AddRange(Chunk("VP8L", Pixels(frame)));
            else
                Frame(body, frame);
        }

        if (options.Orientation != 0)
            body.AddRange(Chunk("EXIF", TestImages.Exif(options.Orientation)));
        return Riff([.. body]);
    }

    /// <summary>The file that holds these chunks; the form's name, WEBP, is the first of them.</summary>
    public static byte[] Riff(byte[] body) => Chunk("RIFF", body);

    /// <summary>A chunk, padded to an even length.</summary>
    public static byte[] Chunk(string type, byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. System.Text.Encoding.Latin1.GetBytes(type), .. length, .. data, .. new byte[data.Length % 2]];
    }

    private void Frame(List<byte> to, int frame)
    {
        List<byte> image = [0, 0, 0, 0, 0, 0, .. Three(width - 1), .. Three(height - 1), .. Three(100), 0];
        image.AddRange(Chunk("VP8L", Pixels(frame)));
        to.AddRange(Chunk("ANMF", [.. image]));
    }

    private byte[] Pixels(int frame)
    {
        var bits = new List<bool>();
        Write(bits, width - 1, 14);
        Write(bits, height - 1, 14);
        Write(bits, options.Alpha ? 1 : 0, 1);
        Write(bits, 0, 3); // version
        Write(bits, 0, 3); // no transform, no colour cache, one set of codes
        foreach (var symbol in (int[])[(seed + frame) & 255, (seed >> 8) & 255, (seed >> 16) & 255, options.Alpha ? 128 : 255])
        {
            Write(bits, 0b101, 3); // simple code, one symbol, of eight bits
            Write(bits, symbol, 8);
        }

        Write(bits, 0b0001, 4); // distances: simple code, one symbol, of one bit, 0
        var bytes = new byte[1 + ((bits.Count + 7) / 8)];
        bytes[0] = 0x2F;
        for (var i = 0; i < bits.Count; i++)
            bytes[1 + (i / 8)] |= (byte)((bits[i] ? 1 : 0) << (i % 8));
        return bytes;
    }

    private static void Write(List<bool> bits, int value, int count)
    {
        for (var i = 0; i < count; i++)
            bits.Add(((value >> i) & 1) != 0);
    }

    private static byte[] Three(int value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16)];
}

using System.Buffers.Binary;

namespace Ideogram.Build.Emulator.Ideogram.Images;

/// <summary>Reads a file forwards through a small buffer; reading past its end throws.</summary>
internal sealed class ImageBytes(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _at;
    private int _end;

    public bool AtEnd => _at == _end && !Fill();

    public byte Byte() => AtEnd ? throw new EndOfStreamException() : _buffer[_at++];

    public int UInt16() => (Byte() << 8) | Byte();

    public uint UInt32() => ((uint)UInt16() << 16) | (uint)UInt16();

    public uint UInt32Little() => BinaryPrimitives.ReverseEndianness(UInt32());

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
            bytes[i] = Byte();
        return bytes;
    }

    public void Skip(long count)
    {
        while (count > 0)
            count -= Chunk(count).Length;
    }

    /// <summary>The next bytes, at least one and at most <paramref name="atMost"/>.</summary>
    public ReadOnlySpan<byte> Chunk(long atMost)
    {
        if (AtEnd)
            throw new EndOfStreamException();

        var length = (int)Math.Min(atMost, _end - _at);
        var chunk = _buffer.AsSpan(_at, length);
        _at += length;
        return chunk;
    }

    /// <summary>Goes on to the byte after the next one of this value.</summary>
    public void SkipPast(byte value)
    {
        while (true)
        {
            if (AtEnd)
                throw new EndOfStreamException();

            var found = _buffer.AsSpan(_at, _end - _at).IndexOf(value);
            _at = found < 0 ? _end : _at + found + 1;
            if (found >= 0)
                return;
        }
    }

    private bool Fill()
    {
        _at = 0;
        _end = stream.Read(_buffer);
        return _end > 0;
    }
}

using System.Buffers;
using System.Security.Cryptography;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>A stream's bytes, forward only, through one pooled buffer; each byte is hashed as it comes in, while it is warm in the processor's cache.</summary>
internal sealed class ImageReader(Stream stream, CancellationToken cancellationToken) : IDisposable
{
    /// <summary>The most that <see cref="Peek"/> can show: the longest JPEG segment.</summary>
    public const int MaxPeek = 64 * 1024;

    private const int BufferSize = 128 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The position of the next unread byte in the file.</summary>
    public long Offset { get; private set; }

    /// <summary>CRC-32 of what was read; null where it takes long.</summary>
    public uint? Checksum { get; private set; } = Crc32.IsFast ? 0 : null;

    /// <summary>Unread bytes that are at hand; empty only at the end of the file.</summary>
    public ReadOnlySpan<byte> Window()
    {
        if (_start == _end)
            Fill();
        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>The next bytes without taking them: as many as requested, or fewer at the end of the file.</summary>
    public ReadOnlySpan<byte> Peek(int count)
    {
        while (_end - _start < count && !_ended)
            Fill();
        return _buffer.AsSpan(_start, Math.Min(count, _end - _start));
    }

    /// <summary>The next bytes without taking them; false if the file ends before.</summary>
    public bool TryPeek(int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = Peek(count);
        return bytes.Length == count;
    }

    /// <summary>Takes bytes that <see cref="Window"/> or <see cref="Peek"/> showed.</summary>
    public void Advance(int count)
    {
        _start += count;
        Offset += count;
    }

    /// <summary>Passes over bytes; false if the file ends before.</summary>
    public bool TrySkip(long count)
    {
        while (count > 0)
        {
            var step = (int)Math.Min(count, Window().Length);
            if (step == 0)
                return false;
            Advance(step);
            count -= step;
        }

        return true;
    }

    /// <summary>Passes over all that is left.</summary>
    public void SkipToEnd() => TrySkip(long.MaxValue);

    /// <summary>Reads to the end and gives the hash of everything as 64 lower-case hex digits.</summary>
    public string Finish()
    {
        SkipToEnd();
        const string Digits = "0123456789abcdef";
        var hash = _hash.GetHashAndReset();
        var hex = new char[hash.Length * 2];
        for (var i = 0; i < hash.Length; i++)
        {
            hex[2 * i] = Digits[hash[i] >> 4];
            hex[(2 * i) + 1] = Digits[hash[i] & 15];
        }

        return new string(hex);
    }

    public void Dispose()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Fill()
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        var read = _ended ? 0 : stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _hash.AppendData(_buffer, _end, read);
        if (Checksum is { } sum)
            Checksum = Crc32.Append(sum, _buffer.AsSpan(_end, read));
        _end += read;
    }
}

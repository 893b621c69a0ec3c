using System.Buffers.Binary;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>The compressed pixels of a PNG: what its data chunks hold, one after the other, each held against its checksum.</summary>
/// <param name="reader">Stands inside the first chunk, behind its type.</param>
/// <param name="order">Is told of each chunk.</param>
/// <param name="length">The first chunk's length.</param>
internal sealed class PngDataStream(ImageReader reader, PngOrder order, int length) : Stream
{
    // What an error of the inflater is narrowed down to.
    private const int MaxPiece = 4096;

    private long _chunk = reader.Offset - 8;
    private int _left = length;
    private uint _crc = PngChunk.DataChecksum;
    private bool _isEnded;

    /// <summary>What is wrong with the chunks; null while nothing is.</summary>
    public ImageFault? Fault { get; private set; }

    /// <summary>Where in the file the last piece began.</summary>
    public long PieceOffset { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        while (!_isEnded)
        {
            if (_left > 0 && Piece(Math.Min(count, MaxPiece)) is { IsEmpty: false } piece)
            {
                piece.CopyTo(buffer.AsSpan(offset));
                return piece.Length;
            }

            _isEnded = _left > 0 || !NextChunk();
        }

        return 0;
    }

    /// <summary>Reads what is left, for its checksums.</summary>
    public void Finish()
    {
        while (!_isEnded)
        {
            if (_left == 0 || Piece(int.MaxValue).IsEmpty)
                _isEnded = _left > 0 || !NextChunk();
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // Empty, with a fault, at the end of the file. What it gives is valid until the next call.
    private ReadOnlySpan<byte> Piece(int most)
    {
        PieceOffset = reader.Offset;
        var window = reader.Window();
        if (window.IsEmpty)
            Fault = ImageStructure.Truncated(reader, "a PNG chunk IDAT");
        var piece = window.Slice(0, Math.Min(Math.Min(most, _left), window.Length));
        _crc = Crc32.Append(_crc, piece);
        reader.Advance(piece.Length);
        _left -= piece.Length;
        return piece;
    }

    private bool NextChunk()
    {
        if (!reader.TryPeek(4, out var bytes))
        {
            Fault = ImageStructure.Truncated(reader, "a PNG chunk IDAT");
            return false;
        }

        if (BinaryPrimitives.ReadUInt32BigEndian(bytes) != _crc)
        {
            Fault = ImageStructure.Damaged(_chunk, $"the checksum of the PNG chunk IDAT is wrong");
            return false;
        }

        reader.Advance(4);
        if (!reader.TryPeek(8, out bytes) || BinaryPrimitives.ReadUInt32BigEndian(bytes.Slice(4)) != PngChunk.Data
            || BinaryPrimitives.ReadUInt32BigEndian(bytes) is var next && next > int.MaxValue)
            return false;
        _chunk = reader.Offset;
        (_left, _crc) = ((int)next, PngChunk.DataChecksum);
        order.Check(PngChunk.Data, next);
        reader.Advance(8);
        return true;
    }
}

using System.IO.Compression;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets.Archives;

/// <summary>An entry's unpacked bytes, once, from start to end. Never gives more than the directory declares, and compares size and checksum at the
/// end.</summary>
internal sealed class ZipEntryStream : Stream
{
    private readonly Stream _unpacked;
    private readonly bool _ownsArchive;
    private readonly Stream _archive;
    private readonly ZipItem _item;
    private uint _crc;
    private long _given;

    /// <summary>Opens an entry of an archive; the archive must not be read by others meanwhile.</summary>
    public ZipEntryStream(Stream archive, ZipItem item, bool ownsArchive)
    {
        archive.Position = ZipDirectory.DataOffset(archive, item);
        Stream packed = new PartStream(archive, item.CompressedSize);
        _unpacked = item.Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        _archive = archive;
        _item = item;
        _ownsArchive = ownsArchive;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _item.Size;

    public override long Position
    {
        get => _given;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (count == 0)
            return 0;

        var read = Unpack(buffer, offset, count);
        _given += read;
        if (_given > _item.Size || (read == 0 && _given < _item.Size))
            throw new ArchiveException(ArchiveRules.Mismatch, FormattableString.Invariant($"unpacks to {(read == 0 ? "fewer" : "more")} bytes than the ")
                + FormattableString.Invariant($"{_item.Size:N0} that the archive declares. Pack it again."));
        _crc = Crc32.Append(_crc, buffer.AsSpan(offset, read));
        if (read == 0 && _crc != _item.Crc)
            throw new ArchiveException(ArchiveRules.Mismatch, "does not unpack to what was packed: its checksum is wrong. Pack it again.");
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
            if (_ownsArchive)
                _archive.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Unpack(byte[] buffer, int offset, int count)
    {
        try
        {
            return _unpacked.Read(buffer, offset, count);
        }
        catch (InvalidDataException)
        {
            throw new ArchiveException(ArchiveRules.Damaged, "cannot be unpacked: its compressed bytes are damaged. Pack it again.");
        }
    }
}

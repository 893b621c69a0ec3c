using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Datasets.Files;

/// <summary>A stream that hashes as git what is read from it, while the bytes are still warm in the processor's cache.</summary>
internal sealed class GitBlobStream : Stream
{
#pragma warning disable CA5350 // Git's object names are SHA-1; nothing here trusts them beyond "the same file".
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
    private readonly Stream _inner;

    /// <summary>Reads a file.</summary>
    /// <param name="inner">The file; it is closed with this.</param>
    /// <param name="length">Its length, which git hashes first.</param>
    public GitBlobStream(Stream inner, long length)
    {
        _inner = inner;
        _hash.AppendData(Encoding.ASCII.GetBytes(FormattableString.Invariant($"blob {length}\0")));
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The hash of what was read, 40 lower-case hex digits. Called once.</summary>
    public string Sha1() => GitHash.Hex(_hash.GetHashAndReset());

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _inner.Read(buffer, offset, count);
        _hash.AppendData(buffer, offset, read);
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
            _hash.Dispose();
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

namespace Ideogram.Build.Datasets.Tests.Assets.Inspection;

/// <summary>Gives one byte for each read and knows neither length nor position, like an entry of an archive at its worst.</summary>
internal sealed class TricklingStream(byte[] bytes) : ForwardOnlyStream
{
    public Action OnRead { get; init; } = () => { };

    public int Reads { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Reads == bytes.Length)
            return 0;
        buffer[offset] = bytes[Reads++];
        OnRead();
        return 1;
    }
}

/// <summary>A stream that cannot be read.</summary>
internal sealed class FailingStream : ForwardOnlyStream
{
    public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The disk is gone.");
}

/// <summary>A stream that can do nothing but read on.</summary>
internal abstract class ForwardOnlyStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

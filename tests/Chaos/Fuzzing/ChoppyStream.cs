namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>Gives bytes in pieces of random length, as archives and pipes do.</summary>
internal sealed class ChoppyStream(byte[] bytes, Random random) : MemoryStream(bytes, writable: false)
{
    private readonly int _most = 1 << random.Next(3, 18);

    public override bool CanSeek => false;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, random.Next(1, _most + 1)));
}

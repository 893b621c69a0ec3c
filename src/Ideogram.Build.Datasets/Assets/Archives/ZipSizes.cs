namespace Ideogram.Build.Datasets.Assets.Archives;

/// <summary>Sizes and place of an entry; those that do not fit 32 bits are in an extra field, in this order.</summary>
internal readonly record struct ZipSizes(long Size, long CompressedSize, long HeaderOffset)
{
    private const int Zip64 = 1;

    public ZipSizes WithExtra(byte[] directory, int start, int length)
    {
        for (var at = start; at + 4 <= start + length;)
        {
            var (id, size) = (BitConverter.ToUInt16(directory, at), BitConverter.ToUInt16(directory, at + 2));
            at += 4;
            if (id == Zip64)
                return WithLongs(directory, at, Math.Min(size, start + length - at));
            at += size;
        }

        return this;
    }

    private ZipSizes WithLongs(byte[] directory, int at, int length)
    {
        var next = at;
        return new ZipSizes(Read(Size), Read(CompressedSize), Read(HeaderOffset));

        long Read(long value)
        {
            if (value != uint.MaxValue || next + 8 > at + length)
                return value;
            next += 8;
            return BitConverter.ToInt64(directory, next - 8);
        }
    }
}

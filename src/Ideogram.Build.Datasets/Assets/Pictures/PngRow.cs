using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
#if NET
using System.Runtime.Intrinsics;
#endif

namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>Undoes the filters of PNG's rows (ISO/IEC 15948, clause 9). Pixels of three and four bytes, which are nearly all, are done whole.</summary>
internal static class PngRow
{
    private const uint HighBits = 0x80808080;

    /// <summary>Undoes the filter of a row.</summary>
    /// <param name="filter">The filter's number.</param>
    /// <param name="row">The row, which is changed.</param>
    /// <param name="above">The row above, as it came out of this; zeros above the first.</param>
    /// <param name="pixel">The bytes of a pixel; at least 1.</param>
    /// <returns>False for a number that is no filter.</returns>
    public static bool TryUnfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        var done = pixel is 3 or 4 && filter is 1 or 3 or 4 && row.Length > 2 * pixel ? Wide(filter, row, above, pixel) : 0;
        switch (filter)
        {
            case 0:
                return true;
            case 1:
                for (var i = Math.Max(done, pixel); i < row.Length; i++)
                    row[i] += row[i - pixel];
                return true;
            case 2:
                Add(row, above);
                return true;
            case 3:
                for (var i = done; i < row.Length; i++)
                    row[i] += (byte)(((i < pixel ? 0 : row[i - pixel]) + above[i]) >> 1);
                return true;
            case 4:
                for (var i = done; i < row.Length; i++)
                    row[i] += i < pixel ? above[i] : Paeth(row[i - pixel], above[i], above[i - pixel]);
                return true;
            default:
                return false;
        }
    }

    // Four bytes at a time, of which the last may be the next pixel's: the last pixel is left. Gives how many bytes are done.
    private static int Wide(int filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        var mask = pixel == 3 ? 0x00FFFFFFu : uint.MaxValue;
        var (left, corner, at) = (0u, 0u, 0);
        for (; at + pixel + 4 <= row.Length; at += pixel)
        {
            var word = BinaryPrimitives.ReadUInt32LittleEndian(row.Slice(at));
            var up = BinaryPrimitives.ReadUInt32LittleEndian(above.Slice(at));
            var expected = filter switch { 1 => left, 3 => (left & up) + (((left ^ up) & ~0x01010101u) >> 1), _ => Paeth(left, up, corner) };
            // Bytes are added without a carry from one to the next.
            var sum = ((word & ~HighBits) + (expected & ~HighBits)) ^ ((word ^ expected) & HighBits);
            left = sum & mask;
            corner = up;
            BinaryPrimitives.WriteUInt32LittleEndian(row.Slice(at), left | (word & ~mask));
        }

        return at;
    }

    private static void Add(Span<byte> row, ReadOnlySpan<byte> above)
    {
        var vectors = MemoryMarshal.Cast<byte, Vector<byte>>(row);
        var others = MemoryMarshal.Cast<byte, Vector<byte>>(above);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] += others[i];
        for (var i = vectors.Length * Vector<byte>.Count; i < row.Length; i++)
            row[i] += above[i];
    }

    private static uint Paeth(uint left, uint above, uint corner)
    {
#if NET
        var (a, b, c) = (Wide(left), Wide(above), Wide(corner));
        var (toLeft, toAbove) = (b - c, a - c);
        var toCorner = Vector128.Abs(toLeft + toAbove);
        (toLeft, toAbove) = (Vector128.Abs(toLeft), Vector128.Abs(toAbove));
        var nearest = Vector128.Min(Vector128.Min(toLeft, toAbove), toCorner);
        var chosen = Vector128.ConditionalSelect(Vector128.Equals(nearest, toLeft), a,
            Vector128.ConditionalSelect(Vector128.Equals(nearest, toAbove), b, c));
        return Vector128.Narrow(chosen.AsUInt16(), chosen.AsUInt16()).AsUInt32().ToScalar();

        static Vector128<short> Wide(uint pixel) => Vector128.WidenLower(Vector128.CreateScalar(pixel).AsByte()).AsInt16();
#else
        var chosen = 0u;
        for (var shift = 0; shift < 32; shift += 8)
            chosen |= (uint)Paeth((int)(left >> shift) & 255, (int)(above >> shift) & 255, (int)(corner >> shift) & 255) << shift;
        return chosen;
#endif
    }

    private static byte Paeth(int left, int above, int corner)
    {
        var (toLeft, toAbove) = (Math.Abs(above - corner), Math.Abs(left - corner));
        var toCorner = Math.Abs(left + above - (2 * corner));
        if (toLeft <= toAbove && toLeft <= toCorner)
            return (byte)left;
        return (byte)(toAbove <= toCorner ? above : corner);
    }
}

using System.Buffers.Binary;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>
/// The checksum of PNG's chunks (ISO 3309, reflected polynomial EDB88320). It finds what changed by accident and costs a tenth of a hash; against purpose it is
/// no help.
/// </summary>
public static class Crc32
{
    private const int Step = 16;

    private static readonly uint[] Table = MakeTable();

    /// <summary>Whether the processor multiplies without carry; by tables it takes as long as a hash does elsewhere.</summary>
    public static bool IsFast =>
#if NET
        Crc32Folding.IsSupported;
#else
        false;
#endif

    /// <summary>Continues a checksum.</summary>
    /// <param name="crc">The checksum of the bytes before; 0 at the start.</param>
    /// <param name="bytes">The next bytes.</param>
    /// <returns>The checksum of all bytes so far.</returns>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var register = ~crc;
#if NET
        if (Crc32Folding.IsSupported && bytes.Length >= Crc32Folding.Block)
        {
            var blocks = bytes.Length - (bytes.Length % Crc32Folding.Block);
            Span<byte> folded = stackalloc byte[Crc32Folding.Folded];
            Crc32Folding.Fold(register, bytes.Slice(0, blocks), folded);
            register = AppendByTable(0, folded);
            bytes = bytes.Slice(blocks);
        }
#endif
        return ~AppendByTable(register, bytes);
    }

    /// <summary>Continues the register itself, which is the checksum's complement.</summary>
    internal static uint AppendByTable(uint register, ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        while (bytes.Length >= Step)
        {
            var a = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ register;
            var b = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(4));
            var c = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(8));
            var d = BinaryPrimitives.ReadUInt32LittleEndian(bytes.Slice(12));
            register = Look(table, 15, a) ^ Look(table, 11, b) ^ Look(table, 7, c) ^ Look(table, 3, d);
            bytes = bytes.Slice(Step);
        }

        foreach (var b in bytes)
            register = (register >> 8) ^ table[(byte)(register ^ b)];
        return register;
    }

    private static uint Look(uint[] table, int row, uint word) =>
        table[(row * 256) + (byte)word]
        ^ table[((row - 1) * 256) + (byte)(word >> 8)]
        ^ table[((row - 2) * 256) + (byte)(word >> 16)]
        ^ table[((row - 3) * 256) + (int)(word >> 24)];

    // Row n is the effect of a byte that n more bytes follow.
    private static uint[] MakeTable()
    {
        var table = new uint[Step * 256];
        for (var i = 0; i < table.Length; i++)
        {
            var crc = i < 256 ? (uint)i : table[i - 256];
            if (i >= 256)
            {
                table[i] = (crc >> 8) ^ table[(byte)crc];
                continue;
            }

            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            table[i] = crc;
        }

        return table;
    }
}

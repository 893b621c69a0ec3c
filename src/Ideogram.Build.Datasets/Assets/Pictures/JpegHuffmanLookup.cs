namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>A Huffman table by the next bits of the stream. Nearly all codes are short, and are found at once.</summary>
internal sealed class JpegHuffmanLookup
{
    /// <summary>Codes up to this length are found at once.</summary>
    public const int ShortBits = 11;

    private const int EndOfBlock = 64;
    private const int MaxCodeLength = 16;

    // Per length the first 16 bits that are too large for it, and what to add to a code to get its symbol's place.
    private readonly int[] _end = new int[MaxCodeLength + 1];
    private readonly int[] _offset = new int[MaxCodeLength + 1];
    private readonly byte[] _symbols;

    public JpegHuffmanLookup(byte[] counts, byte[] symbols)
    {
        _symbols = symbols;
        var (code, place) = (0, 0);
        for (var length = 1; length <= MaxCodeLength; length++)
        {
            var count = counts[length - 1];
            _offset[length] = place - code;
            for (var i = 0; i < count && length <= ShortBits; i++)
                Short.AsSpan((code + i) << (ShortBits - length), 1 << (ShortBits - length)).Fill((ushort)((length << 8) | _symbols[place + i]));
            (code, place) = (code + count, place + count);
            _end[length] = code << (MaxCodeLength - length);
            code <<= 1;
        }
    }

    /// <summary>By the next bits: the code's length (high byte) and its symbol; 0 for a longer code, or none.</summary>
    public ushort[] Short { get; } = new ushort[1 << ShortBits];

    /// <summary>
    /// For AC coefficients, whose values are passed over. From the high byte down: how many coefficients and bits one code with its value takes; the same
    /// for as many codes as fit. 0 for a longer code, or none.
    /// </summary>
    public uint[] Runs => field ??= FindRuns();

    /// <summary>The same as <see cref="Short"/> for any code, by the next 16 bits.</summary>
    public int Find(int bits)
    {
        for (var length = 1; length <= MaxCodeLength; length++)
        {
            if (bits < _end[length])
                return (length << 8) | _symbols[(bits >> (MaxCodeLength - length)) + _offset[length]];
        }

        return 0;
    }

    /// <summary>One code with its value, in the form of <see cref="Runs"/>.</summary>
    /// <param name="code">What <see cref="Find"/> gave.</param>
    public static uint Run(int code)
    {
        var run = ((uint)Advance(code & 255) << 8) | (uint)((code >> 8) + (code & 15));
        return (run << 16) | run;
    }

    private static int Advance(int symbol) => (symbol & 15) switch
    {
        0 when symbol >> 4 == 15 => 16,
        0 => EndOfBlock,
        _ => (symbol >> 4) + 1,
    };

    private uint[] FindRuns()
    {
        var runs = new uint[1 << ShortBits];
        for (var bits = 0; bits < runs.Length; bits++)
        {
            var (advance, taken) = (0, 0);
            while (Short[(bits << taken) & (runs.Length - 1)] is var entry && entry != 0 && advance < EndOfBlock)
            {
                var (length, more) = ((entry >> 8) + (entry & 15), Advance(entry & 255));
                // Beyond the first code only what is known to its last bit, and what stays below a block.
                if (taken > 0 && (taken + length > ShortBits || (advance + more >= EndOfBlock && more != EndOfBlock)))
                    break;
                (advance, taken) = (advance + more, taken + length);
                if (runs[bits] == 0)
                    runs[bits] = Run(entry) & 0xFFFF0000;
                if (taken >= ShortBits)
                    break;
            }

            runs[bits] |= ((uint)advance << 8) | (uint)taken;
        }

        return runs;
    }
}

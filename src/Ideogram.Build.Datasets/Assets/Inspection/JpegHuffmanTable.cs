using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>A Huffman table: how many codes of each length there are, and what they stand for.</summary>
/// <param name="MinCodeLength">The length of its shortest code, in bits.</param>
/// <param name="MaxSymbol">The largest value that it codes.</param>
internal sealed record JpegHuffmanTable(int MinCodeLength, int MaxSymbol)
{
    private const int MaxCodeLength = 16;

    private byte[] _counts = [];
    private byte[] _symbols = [];

    /// <summary>The same for decoding, made when it is first needed.</summary>
    public JpegHuffmanLookup Lookup => field ??= new JpegHuffmanLookup(_counts, _symbols);

    /// <summary>Reads the counts of codes per length and the symbols; null if they are impossible.</summary>
    public static JpegHuffmanTable? Read(ReadOnlySpan<byte> bytes, out int length)
    {
        var counts = bytes.Slice(0, MaxCodeLength);
        var symbols = 0;
        var shortest = 0;
        // Codes of each length that are still free; one must stay so, since a code of ones alone is not allowed.
        var free = 1;
        for (var i = 0; i < MaxCodeLength; i++)
        {
            free = (2 * free) - counts[i];
            symbols += counts[i];
            if (shortest == 0 && counts[i] > 0)
                shortest = i + 1;
            if (free < 1)
                break;
        }

        length = MaxCodeLength + symbols;
        return free < 1 || length > bytes.Length || Largest(bytes.Slice(MaxCodeLength, symbols)) is not { } largest
            ? null
            : new JpegHuffmanTable(Math.Max(shortest, 1), largest) { _counts = counts.ToArray(), _symbols = bytes.Slice(MaxCodeLength, symbols).ToArray() };
    }

    // No symbol has two codes.
    private static int? Largest(ReadOnlySpan<byte> symbols)
    {
        Span<bool> seen = stackalloc bool[256];
        seen.Clear();
        var largest = 0;
        foreach (var symbol in symbols)
        {
            if (seen[symbol])
                return null;
            seen[symbol] = true;
            largest = Math.Max(largest, symbol);
        }

        return largest;
    }
}

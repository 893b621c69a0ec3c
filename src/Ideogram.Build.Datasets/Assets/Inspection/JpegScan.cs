using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>A scan's header (SOS), compared with the frame and the tables.</summary>
/// <param name="Units">How many units (MCUs) it codes. Restarts are counted in them.</param>
/// <param name="MinBits">The fewest bits that can code them.</param>
/// <param name="Continues">Whether it continues the scans before it, as those of a progressive JPEG must.</param>
internal sealed record JpegScan(long Units, long MinBits, bool Continues)
{
    /// <summary>Units in a row.</summary>
    public int UnitsPerRow { get; private init; }

    /// <summary>How far down its values are moved (successive approximation).</summary>
    public int LowBit { get; private init; }

    /// <summary>The blocks of a unit, if the scan has the first coefficients and a picture is made of them; else none.</summary>
    public JpegScanBlock[] Blocks { get; private init; } = [];

    private const int MaxBlocksPerUnit = 10;
    private const int MaxLowBit = 13;
    private const int LastCoefficient = 63;

    /// <summary>Gives what is wrong, or null.</summary>
    public static string? Read(ReadOnlySpan<byte> payload, JpegFrame frame, JpegTables tables, out JpegScan? scan)
    {
        scan = null;
        if (payload.Length < 1 || payload[0] is < 1 or > 4 || payload.Length != 4 + (2 * payload[0]))
            return "a JPEG scan's header has a wrong length";
        var count = payload[0];
        var parameters = payload.Slice(1 + (2 * count), 3);
        // Only a progressive JPEG has use for them; in others decoders ignore what some phones write here.
        var (first, last, high, low) = frame.IsProgressive ? (parameters[0], parameters[1], parameters[2] >> 4, parameters[2] & 15)
            : (0, LastCoefficient, 0, 0);
        if (frame.IsProgressive && !IsBand(first, last, count, high, low))
            return "a JPEG scan's parameters are impossible";

        long blocksPerUnit = 0;
        long bitsPerUnit = 0;
        var continues = true;
        var named = 0;
        JpegComponent? component = null;
        var colours = new List<JpegScanColour>(count);
        for (var i = 0; i < count; i++)
        {
            var id = payload[1 + (2 * i)];
            var (dc, ac) = (payload[2 + (2 * i)] >> 4, payload[2 + (2 * i)] & 15);
            // As decoders look it up: not before its own place, so that several of one id are taken one after the other.
            var at = i < frame.Components.Length ? Array.FindIndex(frame.Components, i, c => c.Id == id) : -1;
            if (at < 0 || (named & (1 << at)) != 0)
                return "a JPEG scan names a colour that the frame does not have at this place";
            named |= 1 << at;
            component = frame.Components[at];
            if (tables.Quantum(component.QuantizationTable) is not { } quantum)
                return "a JPEG scan uses a quantization table that was never defined";
            if (MinBitsPerBlock(frame, tables, dc, ac, first, high) is not { } bits)
                return "a JPEG scan uses a Huffman table that was never defined or does not fit";
            var isFirst = !component.IsCoded;
            var isNext = component.Code(first, last, high, low);
            continues &= isNext;
            if (first == 0 && component.Plane is not null && isNext && isFirst == (high == 0))
                colours.Add(new(component, quantum, high == 0 ? DcTable(frame, tables, dc) : null, frame.IsProgressive ? null : AcTable(frame, tables, ac)));
            var blocks = component.Horizontal * component.Vertical;
            blocksPerUnit += blocks;
            bitsPerUnit += blocks * bits;
        }

        if (count > 1 && blocksPerUnit > MaxBlocksPerUnit)
            return "a JPEG scan interleaves too much";
        // A scan of one colour has that colour's blocks as its units, and no more of them than the image covers.
        var (unitsPerRow, rows) = count > 1
            ? (Ceiling(frame.Width, 8 * frame.MaxHorizontal), Ceiling(frame.Height, 8 * frame.MaxVertical))
            : (frame.Columns(component!), frame.Rows(component!));
        var units = (long)unitsPerRow * rows;
        scan = new JpegScan(units, units * (count > 1 ? bitsPerUnit : bitsPerUnit / blocksPerUnit), continues)
        {
            UnitsPerRow = unitsPerRow,
            LowBit = low,
            Blocks = colours.Count == count ? [.. colours.SelectMany((c, i) => c.Blocks(i, isAlone: count == 1))] : [],
        };
        return null;
    }

    // The DC coefficients of several colours, or a band of AC coefficients of one; whole, or one bit more.
    private static bool IsBand(int first, int last, int colours, int high, int low)
    {
        if (first == 0 && last != 0)
            return false;
        if (first > 0 && (colours != 1 || last < first || last > LastCoefficient))
            return false;
        return low <= MaxLowBit && (high == 0 || high == low + 1);
    }

    // A sequential block is at least one DC and one AC code; a progressive one a DC code, or one bit that refines it, or nothing (a run of ended blocks).
    private static int? MinBitsPerBlock(JpegFrame frame, JpegTables tables, int dcSlot, int acSlot, int first, int high)
    {
        if (frame.IsProgressive)
        {
            if (first > 0)
                return tables.Ac(acSlot) is null ? null : 0;
            return high > 0 ? 1 : DcBits(tables.Dc(dcSlot));
        }

        return DcBits(DcTable(frame, tables, dcSlot)) + AcTable(frame, tables, acSlot)?.MinCodeLength;
    }

    // Decoders supply tables where a sequential JPEG has none, as in frames of Motion JPEG.
    private static JpegHuffmanTable? DcTable(JpegFrame frame, JpegTables tables, int slot) =>
        tables.Dc(slot) ?? (frame.IsProgressive ? null : JpegUsualTables.Dc(slot));

    private static JpegHuffmanTable? AcTable(JpegFrame frame, JpegTables tables, int slot) =>
        tables.Ac(slot) ?? (frame.IsProgressive ? null : JpegUsualTables.Ac(slot));

    // DC symbols are sizes in bits.
    private static int? DcBits(JpegHuffmanTable? table) => table is null || table.MaxSymbol > 15 ? null : table.MinCodeLength;

    private static int Ceiling(int value, int divisor) => (value + divisor - 1) / divisor;
}

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>A scan's header (SOS), held against the frame and the tables.</summary>
/// <param name="Units">How many units (MCUs) it codes; 0 while the height is open. Restarts are counted in them.</param>
/// <param name="LeastBits">The fewest bits that can code them.</param>
internal sealed record JpegScan(long Units, long LeastBits)
{
    private const int MostBlocksPerUnit = 10;
    private const int MostLowBit = 13;

    /// <summary>Gives what is wrong, or null.</summary>
    public static string? Read(ReadOnlySpan<byte> payload, JpegFrame frame, JpegTables tables, out JpegScan? scan)
    {
        scan = null;
        if (payload.Length < 1 || payload[0] is < 1 or > 4 || payload.Length != 4 + (2 * payload[0]))
            return "a JPEG scan's header has a wrong length";
        var count = payload[0];
        var parameters = payload.Slice(1 + (2 * count), 3);
        var (first, last, high, low) = (parameters[0], parameters[1], parameters[2] >> 4, parameters[2] & 15);
        var allowed = frame.IsProgressive
            ? (first == 0 ? last == 0 : count == 1 && last >= first && last <= 63) && low <= MostLowBit && (high == 0 || high == low + 1)
            : first == 0 && last == 63 && high == 0 && low == 0;
        if (!allowed)
            return "a JPEG scan's parameters are impossible";

        long blocksPerUnit = 0;
        long bitsPerUnit = 0;
        JpegComponent? component = null;
        for (var i = 0; i < count; i++)
        {
            var id = payload[1 + (2 * i)];
            var (dc, ac) = (payload[2 + (2 * i)] >> 4, payload[2 + (2 * i)] & 15);
            component = Array.Find(frame.Components, c => c.Id == id);
            if (component is null || payload.Slice(1, 2 * i).IndexOf(id) is var at && at >= 0 && at % 2 == 0)
                return "a JPEG scan names a colour that the frame does not have";
            if (!tables.HasQuantization(component.QuantizationTable))
                return "a JPEG scan uses a quantization table that was never defined";
            if (LeastBitsPerBlock(frame, tables, dc, ac, first, high) is not { } bits)
                return "a JPEG scan uses a Huffman table that was never defined or does not fit";
            if (!component.Code(first, last, high, low))
                return "a JPEG scan does not continue the scans before it";
            var blocks = component.Horizontal * component.Vertical;
            blocksPerUnit += blocks;
            bitsPerUnit += blocks * bits;
        }

        if (count > 1 && blocksPerUnit > MostBlocksPerUnit)
            return "a JPEG scan interleaves too much";
        // A scan of one colour has that colour's blocks as its units, and no more of them than the image covers.
        var units = count > 1
            ? Ceiling(frame.Width, 8 * frame.MostHorizontal) * Ceiling(frame.Height, 8 * frame.MostVertical)
            : Ceiling(Ceiling(frame.Width * component!.Horizontal, frame.MostHorizontal), 8) * Ceiling(Ceiling(frame.Height * component.Vertical, frame.MostVertical), 8);
        scan = new JpegScan(units, units * (count > 1 ? bitsPerUnit : bitsPerUnit / blocksPerUnit));
        return null;
    }

    // A sequential block is at least one DC and one AC code; a progressive one a DC code, or one bit that refines it, or nothing (a run of ended blocks).
    private static int? LeastBitsPerBlock(JpegFrame frame, JpegTables tables, int dcSlot, int acSlot, int first, int high)
    {
        if (dcSlot > 3 || acSlot > 3)
            return null;
        if (frame.IsArithmetic)
            return 0;
        if (frame.IsProgressive)
        {
            if (first > 0)
                return tables.Ac(acSlot) is null ? null : 0;
            return high > 0 ? 1 : DcBits(tables.Dc(dcSlot));
        }

        var ac = tables.Ac(acSlot) ?? (acSlot < 2 ? JpegHuffmanTable.Usual : null);
        return DcBits(tables.Dc(dcSlot) ?? (dcSlot < 2 ? JpegHuffmanTable.Usual : null)) + ac?.ShortestCode;
    }

    // DC symbols are sizes in bits.
    private static int? DcBits(JpegHuffmanTable? table) => table is null || table.LargestSymbol > 15 ? null : table.ShortestCode;

    private static long Ceiling(long value, int divisor) => (value + divisor - 1) / divisor;

    private static int Ceiling(int value, int divisor) => (value + divisor - 1) / divisor;
}

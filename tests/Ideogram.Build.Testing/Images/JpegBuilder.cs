namespace Ideogram.Build.Testing;

/// <summary>Writes JPEGs whose blocks have one value each, from the standard ITU-T T.81.</summary>
public sealed class JpegBuilder(int width, int height, int seed, JpegOptions options)
{
    private const int DcCodeLength = 4;
    private const int NoisyUnits = 64;

    // Of the sizes 0 to 8, and of the end of a block (ITU-T T.81, tables K.3 and K.5).
    private static readonly string[] UsualDcCodes = ["00", "010", "011", "100", "101", "110", "1110", "11110", "111110"];
    private const string UsualEndOfBlock = "1010";

    private readonly List<byte> _bytes = [];
    private int _bits;
    private int _bitCount;

    private int Units => (width + 7) / 8 * ((height + 7) / 8);

    /// <summary>The mean of each block of a component, row by row.</summary>
    public static IEnumerable<int> Means(int units, int seed, int component) => Values(units, seed, component).Select(v => 128 + v);

    public byte[] Build()
    {
        _bytes.AddRange([0xFF, 0xD8]);
        if (options.Orientation != 0)
            Segment(0xE1, [.. "Exif\0\0"u8, .. TestImages.Exif(options.Orientation)]);
        if (options.Components == 4)
            Segment(0xEE, [.. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0]);
        Segment(0xFE, BitConverter.GetBytes(seed));
        Segment(0xDB, [0, .. Enumerable.Repeat((byte)8, 64)]);
        Frame();
        // Twelve DC sizes with codes of four bits; one AC symbol, the end of a block, with the code 0.
        if (!options.UsualTables)
            Segment(0xC4, [0x00, 0, 0, 0, 12, .. new byte[12], .. Enumerable.Range(0, 12).Select(i => (byte)i), 0x10, 1, .. new byte[15], 0]);
        if (options.RestartInterval > 0)
            Segment(0xDD, [(byte)(options.RestartInterval >> 8), (byte)options.RestartInterval]);
        Scans();
        _bytes.AddRange([0xFF, 0xD9]);
        return [.. _bytes];
    }

    private void Frame()
    {
        var marker = options.Progressive ? 0xC2 : options.Precision == 8 ? 0xC0 : 0xC1;
        var lines = options.HeightComesLater ? 0 : height;
        Segment(marker, [
            (byte)options.Precision, (byte)(lines >> 8), (byte)lines, (byte)(width >> 8), (byte)width, (byte)options.Components,
            .. Enumerable.Range(1, options.Components).SelectMany(id => new byte[] { (byte)id, 0x11, 0 })]);
    }

    private void Scans()
    {
        var all = Enumerable.Range(1, options.Components).ToArray();
        if (options.Progressive)
            Scan(all, 0, 0, low: options.Refinements);
        else
            foreach (var ids in options.SeparateScans ? all.Select(id => new[] { id }) : [all])
                Scan(ids, 0, 63);
        if (options.HeightComesLater)
            Segment(0xDC, [(byte)(height >> 8), (byte)height]);
        if (!options.Progressive)
            return;
        for (var low = options.Refinements - 1; low >= 0; low--)
            Scan(all, 0, 0, high: low + 1, low);
        foreach (var id in all)
            Scan([id], 1, 63);
    }

    private void Scan(int[] ids, int first, int last, int high = 0, int low = 0)
    {
        Segment(0xDA, [(byte)ids.Length, .. ids.SelectMany(id => new byte[] { (byte)id, 0 }), (byte)first, (byte)last, (byte)((high << 4) | low)]);
        var values = ids.Select(id => Values(Units, seed, id - 1).ToArray()).ToArray();
        var before = new int[ids.Length];
        for (var unit = 0; unit < Units; unit++)
        {
            if (options.RestartInterval > 0 && unit > 0 && unit % options.RestartInterval == 0)
            {
                Flush();
                _bytes.AddRange([0xFF, (byte)(0xD0 + ((unit / options.RestartInterval - 1) & 7))]);
                Array.Clear(before);
            }

            for (var i = 0; i < ids.Length; i++)
            {
                if (first == 0 && high == 0)
                    Dc(values[i][unit] >> low, ref before[i]);
                else if (first == 0)
                    Write(values[i][unit] >> low, 1);
                if (last > 0 && options.UsualTables)
                    Code(UsualEndOfBlock);
                else if (last > 0)
                    Write(0, 1);
            }
        }

        Flush();
    }

    private static IEnumerable<int> Values(int units, int seed, int component)
    {
        var random = new Random((seed * 5) + component);
        var value = 0;
        for (var unit = 0; unit < units; unit++)
            yield return value = unit < NoisyUnits ? random.Next(-100, 100) : value;
    }

    private void Dc(int value, ref int before)
    {
        var difference = value - before;
        before = value;
        var size = 32 - int.LeadingZeroCount(Math.Abs(difference));
        if (options.UsualTables)
            Code(UsualDcCodes[size]);
        else
            Write(size, DcCodeLength);
        Write(difference < 0 ? difference + (1 << size) - 1 : difference, size);
    }

    private void Code(string bits)
    {
        foreach (var bit in bits)
            Write(bit - '0', 1);
    }

    private void Write(int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
        {
            _bits = (_bits << 1) | ((value >> i) & 1);
            if (++_bitCount < 8)
                continue;
            _bytes.Add((byte)_bits);
            if ((byte)_bits == 0xFF)
                _bytes.Add(0);
            (_bits, _bitCount) = (0, 0);
        }
    }

    private void Flush()
    {
        while (_bitCount > 0)
            Write(1, 1);
    }

    private void Segment(int marker, byte[] payload)
    {
        var length = payload.Length + 2;
        _bytes.AddRange([0xFF, (byte)marker, (byte)(length >> 8), (byte)length]);
        _bytes.AddRange(payload);
    }
}

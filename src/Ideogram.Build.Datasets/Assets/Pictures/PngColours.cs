namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>Turns a row of a PNG's samples into red, green and blue on white, and counts what is seen through.</summary>
/// <param name="depth">Bits per sample.</param>
/// <param name="colourType">PNG's number: 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha.</param>
internal sealed class PngColours(int depth, int colourType)
{
    private const int Opaque = 250;

    private readonly byte[] _palette = [.. Enumerable.Repeat((byte)255, 4 * 256)];
    private byte[]? _key;

    /// <summary>Samples in a pixel.</summary>
    public int Channels { get; } = colourType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public bool IsGrey => colourType is 0 or 4;

    /// <summary>Bits of a pixel.</summary>
    public int PixelBits => Channels * depth;

    /// <summary>How many pixels are not opaque.</summary>
    public long Transparent { get; private set; }

    /// <summary>The palette, red, green and blue of each colour.</summary>
    public void ReadPalette(ReadOnlySpan<byte> palette)
    {
        for (var i = 0; i < palette.Length / 3; i++)
            palette.Slice(3 * i, 3).CopyTo(_palette.AsSpan(4 * i));
    }

    /// <summary>The colour that is transparent, or the alpha of each colour of the palette.</summary>
    public void ReadTransparency(ReadOnlySpan<byte> values)
    {
        if (colourType == 3)
        {
            for (var i = 0; i < values.Length; i++)
                _palette[(4 * i) + 3] = values[i];
        }
        else
        {
            _key = values.ToArray();
        }
    }

    /// <summary>Converts a row.</summary>
    /// <param name="row">Its samples.</param>
    /// <param name="rgb">Takes three bytes for each pixel, and says by its length how many there are.</param>
    public void Convert(ReadOnlySpan<byte> row, Span<byte> rgb)
    {
        if (depth == 8 && _key is null && colourType == 2)
        {
            row.Slice(0, rgb.Length).CopyTo(rgb);
            return;
        }

        if (depth == 8 && colourType == 6)
        {
            ConvertAlpha(row, rgb);
            return;
        }

        var step = depth == 16 ? 2 : 1;
        for (var (at, pixel) = (0, 0); pixel < rgb.Length; pixel += 3, at++)
        {
            byte red, green, blue;
            var alpha = 255;
            var first = at * Channels * step;
            switch (colourType)
            {
                case 3:
                    var entry = 4 * Packed(row, at);
                    (red, green, blue, alpha) = (_palette[entry], _palette[entry + 1], _palette[entry + 2], _palette[entry + 3]);
                    break;
                case 0 or 4:
                    red = depth < 8 ? (byte)(Packed(row, at) * 255 / ((1 << depth) - 1)) : row[first];
                    (green, blue) = (red, red);
                    alpha = colourType == 4 ? row[first + step] : 255;
                    break;
                default:
                    (red, green, blue) = (row[first], row[first + step], row[first + (2 * step)]);
                    alpha = colourType == 6 ? row[first + (3 * step)] : 255;
                    break;
            }

            if (_key is not null && IsKey(row, at, first))
                alpha = 0;
            if (alpha < Opaque)
                Transparent++;
            rgb[pixel] = OnWhite(red, alpha);
            rgb[pixel + 1] = OnWhite(green, alpha);
            rgb[pixel + 2] = OnWhite(blue, alpha);
        }
    }

    // What nearly all PNGs with transparency are.
    private void ConvertAlpha(ReadOnlySpan<byte> row, Span<byte> rgb)
    {
        for (var (at, pixel) = (0, 0); pixel + 3 <= rgb.Length && at + 4 <= row.Length; at += 4, pixel += 3)
        {
            var from = row.Slice(at, 4);
            var to = rgb.Slice(pixel, 3);
            var alpha = from[3];
            (to[0], to[1], to[2]) = (from[0], from[1], from[2]);
            if (alpha == 255)
                continue;
            Transparent += alpha < Opaque ? 1 : 0;
            (to[0], to[1], to[2]) = (OnWhite(from[0], alpha), OnWhite(from[1], alpha), OnWhite(from[2], alpha));
        }
    }

    private static byte OnWhite(int value, int alpha) => alpha == 255 ? (byte)value : (byte)(((value * alpha) + (255 * (255 - alpha))) / 255);

    private int Packed(ReadOnlySpan<byte> row, int at)
    {
        var bit = at * depth;
        return (row[bit >> 3] >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
    }

    // The key's samples have two bytes each, whatever the depth.
    private bool IsKey(ReadOnlySpan<byte> row, int at, int first)
    {
        if (depth == 16)
            return row.Slice(first, 2 * Channels).SequenceEqual(_key);
        if (depth < 8)
            return Packed(row, at) == _key![1];
        for (var channel = 0; channel < Channels; channel++)
        {
            if (row[first + channel] != _key![(2 * channel) + 1])
                return false;
        }

        return true;
    }
}

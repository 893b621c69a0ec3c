using System.IO.Compression;

namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>Inflates a PNG's pixels row by row and sums them up. Two rows are held at a time.</summary>
internal sealed class PngPixels
{
    // What two rows and their colours may take, and how much is inflated for one image: more is no photograph of today.
    private const int MaxRowBytes = 1024 * 1024;
    private const int MaxWidth = 256 * 1024;
    private const long MaxBytes = 512L * 1024 * 1024;

    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly int _width;
    private readonly int _height;
    private readonly bool _isInterlaced;
    private readonly PixelPlane[] _planes;

    private PngPixels(int width, int height, PngColours colours, bool isInterlaced, int side)
    {
        (_width, _height, Colours, _isInterlaced) = (width, height, colours, isInterlaced);
        _planes = [.. Enumerable.Range(0, colours.IsGrey ? 1 : 3).Select(_ => new PixelPlane(width, height, side))];
    }

    public PngColours Colours { get; }

    /// <summary>About how many bytes they inflate to.</summary>
    public long Bytes => RowBytes(_width, Colours) * _height;

    public SmallPicture Picture => new(Colours.IsGrey ? PictureColour.Grey : PictureColour.Rgb,
        [.. _planes.Select(p => new PicturePlane(p, _width, _height, Scale: 1, Offset: 0))]);

    /// <summary>Gets ready for an image; null if it is too large to look at.</summary>
    public static PngPixels? Create(int width, int height, PngColours colours, bool isInterlaced, int side)
    {
        var row = RowBytes(width, colours);
        return width > MaxWidth || row > MaxRowBytes || row * height > MaxBytes ? null : new(width, height, colours, isInterlaced, side);
    }

    // With the byte that says the filter.
    private static long RowBytes(int width, PngColours colours) => ((((long)width * colours.PixelBits) + 7) / 8) + 1;

    /// <summary>Gives what is wrong with the pixels, or null.</summary>
    /// <exception cref="InvalidDataException">They do not inflate.</exception>
    public string? Read(Stream compressed)
    {
        if (!HasHeader(compressed))
            return "the PNG's compressed pixels have an impossible header";
        using var pixels = new DeflateStream(compressed, CompressionMode.Decompress, leaveOpen: true);
        foreach (var (x, y, stepX, stepY) in _isInterlaced ? Interlaced : [(0, 0, 1, 1)])
        {
            if (Pass(pixels, x, y, stepX, stepY) is { } problem)
                return problem;
        }

        return null;
    }

    // RFC 1950: deflate, a window of at most 32 KB, no dictionary, and a check of both bytes.
    private static bool HasHeader(Stream compressed)
    {
        var (method, flags) = (compressed.ReadByte(), compressed.ReadByte());
        return flags >= 0 && (method & 15) == 8 && method >> 4 <= 7 && (flags & 32) == 0 && ((method * 256) + flags) % 31 == 0;
    }

    private string? Pass(DeflateStream pixels, int left, int top, int stepX, int stepY)
    {
        var columns = (_width - left + stepX - 1) / stepX;
        if (columns <= 0)
            return null;
        var length = (int)(((long)columns * Colours.PixelBits + 7) / 8);
        var (row, above, rgb) = (new byte[length + 1], new byte[length + 1], new byte[3 * columns]);
        for (var y = top; y < _height; y += stepY)
        {
            if (!Fill(pixels, row))
                return "the PNG's pixels end before the last row";
            if (!PngRow.TryUnfilter(row[0], row.AsSpan(1), above.AsSpan(1), Math.Max(Colours.PixelBits / 8, 1)))
                return "a row of the PNG has an impossible filter";
            Colours.Convert(row.AsSpan(1), rgb);
            if (stepX == 1)
                AddRow(rgb, y);
            else
                Add(rgb, left, stepX, y);
            (row, above) = (above, row);
        }

        return null;
    }

    private void AddRow(ReadOnlySpan<byte> rgb, int y)
    {
        var plane = _planes[0];
        var start = y / plane.StepY * plane.Width;
        for (var cell = 0; cell < plane.Width; cell++)
        {
            var run = rgb.Slice(0, Math.Min(3 * plane.StepX, rgb.Length));
            var (red, green, blue) = (0, 0, 0);
            for (var at = 2; at < run.Length; at += 3)
            {
                blue += run[at];
                green += run[at - 1];
                red += run[at - 2];
            }

            plane.Sums[start + cell] += red;
            if (_planes.Length > 1)
            {
                _planes[1].Sums[start + cell] += green;
                _planes[2].Sums[start + cell] += blue;
            }

            rgb = rgb.Slice(run.Length);
        }
    }

    // Rows of which only some pixels come.
    private void Add(byte[] rgb, int left, int stepX, int y)
    {
        var plane = _planes[0];
        var (start, cells) = (y / plane.StepY * plane.Width, plane.CellOf);
        if (_planes.Length == 1)
        {
            for (var (x, at) = (left, 0); at < rgb.Length; x += stepX, at += 3)
                plane.Sums[start + cells[x]] += rgb[at];
            return;
        }

        var (red, green, blue) = (plane.Sums, _planes[1].Sums, _planes[2].Sums);
        for (var (x, at) = (left, 0); at < rgb.Length; x += stepX, at += 3)
        {
            var cell = start + cells[x];
            red[cell] += rgb[at];
            green[cell] += rgb[at + 1];
            blue[cell] += rgb[at + 2];
        }
    }

    private static bool Fill(DeflateStream pixels, byte[] row)
    {
        for (var filled = 0; filled < row.Length;)
        {
            var read = pixels.Read(row, filled, row.Length - filled);
            if (read == 0)
                return false;
            filled += read;
        }

        return true;
    }
}

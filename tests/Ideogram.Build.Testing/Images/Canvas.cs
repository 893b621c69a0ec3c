using System.Buffers.Binary;
using System.IO.Compression;

namespace Ideogram.Build.Testing;

/// <summary>Draws PNGs, so that tests know what their pictures show.</summary>
public static class Canvas
{
    private const int Shapes = 40;

    /// <summary>A PNG of a function that gives red, green and blue, 0 to 255, for each place of a square of 1.</summary>
    public static byte[] Png(Func<double, double, (double Red, double Green, double Blue)> colour, int width = 600, int height = 600) =>
        Png((x, y) => (colour(x, y), 255), width, height, alpha: false);

    /// <summary>The same with transparency.</summary>
    public static byte[] Png(Func<double, double, ((double Red, double Green, double Blue) Colour, double Alpha)> colour, int width, int height, bool alpha)
    {
        var pixel = alpha ? 4 : 3;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            var row = new byte[1 + (pixel * width)];
            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    var ((red, green, blue), opacity) = colour((x + 0.5) / width, (y + 0.5) / height);
                    (row[1 + (pixel * x)], row[2 + (pixel * x)], row[3 + (pixel * x)]) = (Byte(red), Byte(green), Byte(blue));
                    if (alpha)
                        row[4 + (pixel * x)] = Byte(opacity);
                }

                zlib.Write(row);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)(alpha ? 6 : 2));
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. PngBuilder.Chunk("IHDR", header), .. PngBuilder.Chunk("IDAT", packed.ToArray()),
            .. PngBuilder.Chunk("IEND", [])];
    }

    /// <summary>Something with as much in it as a photograph: another seed shows something else.</summary>
    public static Func<double, double, (double Red, double Green, double Blue)> Motif(int seed)
    {
        var random = new Random(seed);
        var shapes = Enumerable.Range(0, Shapes).Select(_ => (X: random.NextDouble(), Y: random.NextDouble(), Size: 0.03 + (0.15 * random.NextDouble()),
            Red: random.Next(256), Green: random.Next(256), Blue: random.Next(256))).ToArray();
        return (x, y) =>
        {
            for (var i = shapes.Length - 1; i >= 0; i--)
            {
                var (dx, dy) = (x - shapes[i].X, y - shapes[i].Y);
                if ((dx * dx) + (dy * dy) < shapes[i].Size * shapes[i].Size)
                    return (shapes[i].Red, shapes[i].Green, shapes[i].Blue);
            }

            return (200 - (60 * y), 190, 120 + (60 * y));
        };
    }

    private static byte Byte(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}

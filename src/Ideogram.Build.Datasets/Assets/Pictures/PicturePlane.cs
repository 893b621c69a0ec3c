namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>A plane of a small picture.</summary>
/// <param name="Pixels">Its cells.</param>
/// <param name="Width">How many of its columns the image covers: the last may reach beyond.</param>
/// <param name="Height">How many of its rows.</param>
/// <param name="Scale">What a mean is multiplied by, so that black and white are 255 apart.</param>
/// <param name="Offset">What is added then, so that black is 0.</param>
internal sealed record PicturePlane(PixelPlane Pixels, double Width, double Height, double Scale, double Offset)
{
    /// <summary>A cell's value, 0 to 255.</summary>
    public double Value(int x, int y) => Math.Min(Math.Max((Pixels.Mean(x, y) * Scale) + Offset, 0), 255);

    /// <summary>The plane as a square of another size, each of its cells weighted by how much of it falls into the place.</summary>
    public double[] Resample(int side)
    {
        var (columns, rows) = (Weights(Pixels.Width, Pixels.StepX, Width, side), Weights(Pixels.Height, Pixels.StepY, Height, side));
        var values = new double[side * side];
        for (var y = 0; y < Pixels.Height; y++)
        {
            var line = new double[side];
            for (var x = 0; x < Pixels.Width; x++)
            {
                var value = Value(x, y);
                foreach (var (place, weight) in columns[x])
                    line[place] += value * weight;
            }

            foreach (var (place, weight) in rows[y])
            {
                for (var x = 0; x < side; x++)
                    values[(place * side) + x] += line[x] * weight;
            }
        }

        return values;
    }

    // For each cell, the places that it falls into, and with how much of them.
    private static (int Place, double Weight)[][] Weights(int cells, int step, double length, int side)
    {
        var weights = new (int, double)[cells][];
        var scale = side / length;
        for (var i = 0; i < cells; i++)
        {
            var (from, to) = (i * step * scale, Math.Min((i + 1) * (double)step, length) * scale);
            var (first, last) = ((int)from, Math.Min((int)Math.Ceiling(to) - 1, side - 1));
            weights[i] = [.. Enumerable.Range(first, Math.Max(last - first + 1, 0)).Select(p => (p, Math.Min(to, p + 1) - Math.Max(from, p)))];
        }

        return weights;
    }
}

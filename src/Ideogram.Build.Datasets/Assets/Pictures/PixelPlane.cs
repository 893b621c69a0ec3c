namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>One colour of an image, summed up in the cells of a coarse grid, so that memory does not grow with the image.</summary>
internal sealed class PixelPlane
{
    private ushort[]? _cellOf;

    /// <summary>Gets ready for an image.</summary>
    /// <param name="columns">How many values a row has.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="maxSide">The most cells in a row or column.</param>
    public PixelPlane(int columns, int rows, int maxSide)
    {
        (Columns, Rows) = (columns, rows);
        (StepX, StepY) = (Ceiling(columns, maxSide), Ceiling(rows, maxSide));
        (Width, Height) = (Ceiling(columns, StepX), Ceiling(rows, StepY));
        Sums = new long[Width * Height];
    }

    /// <summary>How many values in a row.</summary>
    public int Columns { get; }

    /// <summary>How many rows of values.</summary>
    public int Rows { get; }

    /// <summary>How many values a cell takes in a row.</summary>
    public int StepX { get; }

    /// <summary>How many rows of values a cell takes.</summary>
    public int StepY { get; }

    /// <summary>Cells in a row.</summary>
    public int Width { get; }

    /// <summary>Rows of cells.</summary>
    public int Height { get; }

    /// <summary>The sums, row by row.</summary>
    public long[] Sums { get; }

    /// <summary>Which cell of its row a value belongs to.</summary>
    public ushort[] CellOf => _cellOf ??= [.. Enumerable.Range(0, Columns).Select(x => (ushort)(x / StepX))];

    /// <summary>The mean of a cell.</summary>
    /// <param name="x">Its column.</param>
    /// <param name="y">Its row.</param>
    public double Mean(int x, int y) =>
        (double)Sums[(y * Width) + x] / (Math.Min(StepX, Columns - (x * StepX)) * (long)Math.Min(StepY, Rows - (y * StepY)));

    private static int Ceiling(int value, int divisor) => (value + divisor - 1) / divisor;
}

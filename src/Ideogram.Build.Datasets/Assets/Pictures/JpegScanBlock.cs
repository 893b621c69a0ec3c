using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets.Pictures;

/// <summary>One block of a scan's unit: which colour it belongs to, and where in the unit it is.</summary>
/// <param name="Plane">Takes the blocks' means.</param>
/// <param name="Component">Which of the scan's colours, from 0.</param>
/// <param name="X">Its column in the unit.</param>
/// <param name="Y">Its row in the unit.</param>
/// <param name="Width">The blocks of the same colour in a row of the unit.</param>
/// <param name="Height">The rows of blocks of the same colour in the unit.</param>
/// <param name="Quantum">What the first coefficient is multiplied by.</param>
internal sealed record JpegScanBlock(PixelPlane Plane, int Component, int X, int Y, int Width, int Height, int Quantum)
{
    /// <summary>The codes of the first coefficient; null in a scan that refines it.</summary>
    public JpegHuffmanLookup? Dc { get; init; }

    /// <summary>The codes of the others; null where the scan has none.</summary>
    public JpegHuffmanLookup? Ac { get; init; }

    /// <summary>Where the cells of the present row begin; below 0 for a row that only fills up the last unit.</summary>
    public int RowStart { get; private set; }

    /// <summary>Begins a row of units.</summary>
    public void BeginRow(long row)
    {
        var y = (row * Height) + Y;
        RowStart = y < Plane.Rows ? (int)(y / Plane.StepY) * Plane.Width : -1;
    }
}

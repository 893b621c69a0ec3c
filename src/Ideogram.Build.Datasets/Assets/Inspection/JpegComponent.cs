using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>One colour component of a JPEG frame, and how far the scans have coded it.</summary>
internal sealed class JpegComponent(ReadOnlySpan<byte> header)
{
    // Per coefficient one more than the lowest bit that came so far; 0 while none came.
    private readonly byte[] _lowBits = new byte[64];

    public byte Id { get; } = header[0];

    public int Horizontal { get; } = header[1] >> 4;

    public int Vertical { get; } = header[1] & 15;

    public byte QuantizationTable { get; } = header[2];

    /// <summary>Takes the means of the blocks; null if no picture is made.</summary>
    public PixelPlane? Plane { get; set; }

    public bool IsCoded => _lowBits[0] > 0;

    public bool IsPlausible => Horizontal is >= 1 and <= 4 && Vertical is >= 1 and <= 4 && QuantizationTable <= 3;

    /// <summary>Takes note of a scan; false if it does not continue what came before.</summary>
    public bool Code(int first, int last, int highBit, int lowBit)
    {
        var continues = first == 0 || IsCoded;
        for (var i = first; i <= last; i++)
        {
            continues &= highBit == Math.Max(_lowBits[i] - 1, 0);
            _lowBits[i] = (byte)(lowBit + 1);
        }

        return continues;
    }
}

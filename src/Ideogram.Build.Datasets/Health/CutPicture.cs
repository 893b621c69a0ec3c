using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Health;

/// <summary>A part of a fingerprint, sampled in a square.</summary>
internal sealed class CutPicture
{
    private readonly Fingerprint _fingerprint;
    private readonly Cut _cut;
    private readonly double[] _light;
    private readonly double[] _detail;

    public CutPicture(Fingerprint fingerprint, Cut cut, int samples)
    {
        (_fingerprint, _cut) = (fingerprint, cut);
        _light = Sample(fingerprint.Light, Fingerprint.Side, cut, samples);
        _detail = Detail(_light, samples);
        (Contrast, DetailContrast) = (Center(_light), Center(_detail));
    }

    /// <summary>The deviation of its light.</summary>
    public double Contrast { get; }

    /// <summary>The deviation of its light from what is around each place.</summary>
    public double DetailContrast { get; }

    public Likeness Compare(CutPicture other)
    {
        // Colours fade and brighten with the light.
        var gain = other.Contrast > 0 ? Math.Min(Math.Max(Contrast / other.Contrast, 0.5), 2) : 1;
        return new Likeness(
            Product(_light, other._light) / (Contrast * other.Contrast),
            Product(_detail, other._detail) / (DetailContrast * other.DetailContrast),
            () => Math.Max(ColourDistance(_fingerprint.ToRed, other._fingerprint.ToRed, other._cut, gain),
                ColourDistance(_fingerprint.ToBlue, other._fingerprint.ToBlue, other._cut, gain)));
    }

    // Of two by two cells together; those at the edge may hold a part of a border.
    private double ColourDistance(ReadOnlySpan<byte> mine, ReadOnlySpan<byte> others, Cut cut, double gain)
    {
        const int Cells = Fingerprint.ColourSide;
        var (one, two) = (Sample(mine, Cells, _cut, Cells), Sample(others, Cells, cut, Cells));
        var (sum, count) = (0.0, 0);
        for (var y = 1; y < Cells - 2; y += 2)
        {
            for (var x = 1; x < Cells - 2; x += 2)
                (sum, count) = (sum + Math.Abs(Mean(one, y, x) - (Mean(two, y, x) * gain)), count + 1);
        }

        return sum / count;

        static double Mean(double[] colour, int y, int x) => ((colour[(y * Cells) + x] + colour[(y * Cells) + x + 1]
            + colour[((y + 1) * Cells) + x] + colour[((y + 1) * Cells) + x + 1]) / 4) - 128;
    }

    private static double[] Sample(ReadOnlySpan<byte> cells, int side, Cut cut, int samples)
    {
        var values = new double[samples * samples];
        for (var y = 0; y < samples; y++)
        {
            var (top, weightY) = Place(y, cut.Top, cut.Bottom, side, samples);
            for (var x = 0; x < samples; x++)
            {
                var (left, weightX) = Place(x, cut.Left, cut.Right, side, samples);
                var at = (top * side) + left;
                var above = cells[at] + ((cells[at + 1] - cells[at]) * weightX);
                var below = cells[at + side] + ((cells[at + side + 1] - cells[at + side]) * weightX);
                values[(y * samples) + x] = above + ((below - above) * weightY);
            }
        }

        return values;
    }

    // The cell before the place, and how much of the next one counts.
    private static (int Cell, double Weight) Place(int sample, double before, double after, int side, int samples)
    {
        var place = ((before + ((sample + 0.5) / samples * (1 - before - after))) * side) - 0.5;
        place = Math.Min(Math.Max(place, 0), side - 1);
        var cell = Math.Min((int)place, side - 2);
        return (cell, place - cell);
    }

    // What is left without the mean of the three by three around each place. At the edges a mere gradient would leave something.
    private static double[] Detail(double[] light, int samples)
    {
        var detail = new double[(samples - 2) * (samples - 2)];
        var at = 0;
        for (var y = 1; y < samples - 1; y++)
        {
            for (var x = 1; x < samples - 1; x++)
            {
                var middle = (y * samples) + x;
                var (above, below) = (middle - samples, middle + samples);
                var sum = light[above - 1] + light[above] + light[above + 1] + light[middle - 1] + light[middle] + light[middle + 1]
                    + light[below - 1] + light[below] + light[below + 1];
                detail[at++] = light[middle] - (sum / 9);
            }
        }

        return detail;
    }

    // Makes the mean zero and gives the deviation.
    private static double Center(double[] values)
    {
        var mean = values.Average();
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= mean;
            sum += values[i] * values[i];
        }

        return Math.Sqrt(sum / values.Length);
    }

    private static double Product(double[] one, double[] two)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * two[i];
        return sum / one.Length;
    }
}

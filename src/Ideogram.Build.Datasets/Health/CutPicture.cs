using System.Numerics;
using System.Runtime.InteropServices;
using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Health;

/// <summary>A part of a fingerprint, sampled in a square. Its light is kept with a mean of 0 and a length of 1, so that the product of two is their
/// correlation.</summary>
internal sealed class CutPicture
{
    private readonly Fingerprint _fingerprint;
    private readonly Cut _cut;
    private readonly int _samples;
    private readonly float[] _light;

    public CutPicture(Fingerprint fingerprint, Cut cut, int samples)
    {
        (_fingerprint, _cut, _samples, _light) = (fingerprint, cut, samples, new float[samples * samples]);
        Sample(fingerprint.Light, Fingerprint.Side, cut, samples, _light);
        Contrast = Normalize(_light);
    }

    /// <summary>The deviation of its light.</summary>
    public double Contrast { get; }

    /// <summary>The deviation of its light from what is around each place.</summary>
    public double DetailContrast => Normalize(Detail()) * Contrast * _samples;

    /// <summary>The correlation of the light of both; 0 if one has no contrast.</summary>
    public double CompareLight(CutPicture other) => Product(_light, other._light);

    /// <summary>The same with a part that is not kept.</summary>
    /// <param name="other">The fingerprint.</param>
    /// <param name="cut">The part of it.</param>
    /// <param name="values">As many as there are samples; they are overwritten.</param>
    public double CompareLight(Fingerprint other, Cut cut, float[] values)
    {
        Sample(other.Light, Fingerprint.Side, cut, _samples, values);
        Normalize(values);
        return Product(_light, values);
    }

    /// <summary>All that can be compared.</summary>
    public Likeness Compare(CutPicture other)
    {
        var (one, two) = (Detail(), other.Detail());
        Normalize(one);
        Normalize(two);
        // Colours fade and brighten with the light.
        var gain = other.Contrast > 0 ? Math.Min(Math.Max(Contrast / other.Contrast, 0.5), 2) : 1;
        return new Likeness(CompareLight(other), Product(one, two), Math.Max(
            ColourDistance(_fingerprint.ToRed, other._fingerprint.ToRed, other._cut, gain),
            ColourDistance(_fingerprint.ToBlue, other._fingerprint.ToBlue, other._cut, gain)));
    }

    // Of two by two cells together; those at the edge may hold a part of a border.
    private double ColourDistance(ReadOnlySpan<byte> mine, ReadOnlySpan<byte> others, Cut cut, double gain)
    {
        const int Cells = Fingerprint.ColourSide;
        var (one, two) = (new float[Cells * Cells], new float[Cells * Cells]);
        Sample(mine, Cells, _cut, Cells, one);
        Sample(others, Cells, cut, Cells, two);
        var (sum, count) = (0.0, 0);
        for (var y = 1; y < Cells - 2; y += 2)
        {
            for (var x = 1; x < Cells - 2; x += 2)
                (sum, count) = (sum + Math.Abs(Mean(one, y, x) - (Mean(two, y, x) * gain)), count + 1);
        }

        return sum / count;

        static double Mean(float[] colour, int y, int x) => ((colour[(y * Cells) + x] + colour[(y * Cells) + x + 1]
            + colour[((y + 1) * Cells) + x] + colour[((y + 1) * Cells) + x + 1]) / 4) - 128;
    }

    private static void Sample(ReadOnlySpan<byte> cells, int side, Cut cut, int samples, float[] values)
    {
        Span<(int Cell, float Weight)> columns = stackalloc (int, float)[samples];
        for (var x = 0; x < samples; x++)
            columns[x] = Place(x, cut.Left, cut.Right, side, samples);
        for (var y = 0; y < samples; y++)
        {
            var (top, weight) = Place(y, cut.Top, cut.Bottom, side, samples);
            var upper = cells.Slice(top * side, side);
            var lower = cells.Slice((top + 1) * side, side);
            var row = values.AsSpan(y * samples, samples);
            for (var x = 0; x < row.Length; x++)
            {
                var (left, part) = columns[x];
                var above = upper[left] + ((upper[left + 1] - upper[left]) * part);
                var below = lower[left] + ((lower[left + 1] - lower[left]) * part);
                row[x] = above + ((below - above) * weight);
            }
        }
    }

    // The cell before the place, and how much of the next one counts.
    private static (int Cell, float Weight) Place(int sample, double before, double after, int side, int samples)
    {
        var place = ((before + ((sample + 0.5) / samples * (1 - before - after))) * side) - 0.5;
        place = Math.Min(Math.Max(place, 0), side - 1);
        var cell = Math.Min((int)place, side - 2);
        return (cell, (float)(place - cell));
    }

    // What is left without the mean of the three by three around each place. At the edges a mere gradient would leave something.
    private float[] Detail()
    {
        var (light, samples) = (_light, _samples);
        var detail = new float[(samples - 2) * (samples - 2)];
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

    // Makes the mean 0 and the length 1, and gives the deviation. What has none stays 0.
    private static double Normalize(float[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        var (mean, squares) = ((float)(sum / values.Length), 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] -= mean;
            squares += values[i] * values[i];
        }

        var scale = squares > 0 ? (float)(1 / Math.Sqrt(squares)) : 0;
        for (var i = 0; i < values.Length; i++)
            values[i] *= scale;
        return Math.Sqrt(squares / values.Length);
    }

    private static double Product(float[] one, float[] two)
    {
        var first = MemoryMarshal.Cast<float, Vector<float>>(one);
        var second = MemoryMarshal.Cast<float, Vector<float>>(two);
        var sums = Vector<float>.Zero;
        for (var i = 0; i < first.Length; i++)
            sums += first[i] * second[i];
        var sum = (double)Vector.Dot(sums, Vector<float>.One);
        for (var i = first.Length * Vector<float>.Count; i < one.Length; i++)
            sum += one[i] * two[i];
        return sum;
    }
}

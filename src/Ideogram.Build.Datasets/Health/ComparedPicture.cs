using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Health;

/// <summary>
/// A fingerprint, made ready for comparing with others. Two pictures are alike if one, cut a little on each side, shows the other: light and detail must
/// follow each other, and colours must be where they are there.
/// </summary>
internal sealed class ComparedPicture
{
    // What is compared: cells of the part that is cut out.
    private const int Samples = 24;
    private const int CoarseSide = 8;

    // Light of a picture that shows something, as a deviation of 255.
    private const double MinContrast = 4;
    private const double MinDetail = 0.8;

    private const double MinCoarse = 0.5;
    private const double MinFirst = 0.7;
    private const double Same = 0.999;
    private const double MinLight = 0.92;
    private const double MinDetailLikeness = 0.6;
    private const double MaxColour = 5;
    private const double MaxRatio = 1.3;

    private const double MaxCut = 0.13;
    private static readonly Cut[] FirstCuts = [Cut.None, Cut.Even(0.035), Cut.Even(0.065), Cut.Even(0.1)];
    private static readonly double[] Steps = [0.02, 0.01, 0.005];

    private readonly Fingerprint _fingerprint;
    private readonly double _ratio;
    private readonly CutPicture _coarse;
    private readonly CutPicture _coarseInside;
    private readonly CutPicture[] _cuts;

    public ComparedPicture(Fingerprint fingerprint, double ratio)
    {
        (_fingerprint, _ratio) = (fingerprint, ratio);
        (_coarse, _coarseInside) = (new CutPicture(fingerprint, Cut.None, CoarseSide), new CutPicture(fingerprint, FirstCuts[1], CoarseSide));
        _cuts = Array.ConvertAll(FirstCuts, c => new CutPicture(fingerprint, c, Samples));
        IsPoor = Whole.Contrast < MinContrast || Whole.DetailContrast < MinDetail;
    }

    /// <summary>Whether it shows too little to be told from others: nearly blank, or a mere gradient.</summary>
    public bool IsPoor { get; }

    private CutPicture Whole => _cuts[0];

    public bool IsLike(ComparedPicture other) => Likeness(other) is { } best
        && best.Light >= MinLight && best.Detail >= MinDetailLikeness && best.Colour <= MaxColour;

    /// <summary>How alike the two are where they fit best; null if they are so different that nothing was tried.</summary>
    public Likeness? Likeness(ComparedPicture other)
    {
        var ratio = _ratio / other._ratio;
        if (ratio is > MaxRatio or < 1 / MaxRatio || !IsNear(other))
            return null;
        var (one, two) = (Fit(other.Whole), other.Fit(Whole));
        return one.Light >= two.Light ? other.Whole.Compare(one.Part) : Whole.Compare(two.Part);
    }

    // The part of this one that fits best: from the best even cut, side by side.
    private (CutPicture Part, double Light) Fit(CutPicture other)
    {
        var (best, first) = (double.MinValue, 0);
        for (var i = 0; i < _cuts.Length; i++)
        {
            if (other.CompareLight(_cuts[i]) is var light && light > best)
                (best, first) = (light, i);
        }

        if (best is < MinFirst or > Same)
            return (_cuts[first], best);
        var (cut, values) = (FirstCuts[first], new float[Samples * Samples]);
        foreach (var step in Steps)
        {
            for (var isBetter = true; isBetter;)
            {
                isBetter = false;
                foreach (var next in cut.Neighbours(step, MaxCut))
                {
                    var light = other.CompareLight(_fingerprint, next, values);
                    if (light > best + 1e-5)
                        (best, cut, isBetter) = (light, next, true);
                }
            }
        }

        return (new CutPicture(_fingerprint, cut, Samples), best);
    }

    // Quickly, with and without a border.
    private bool IsNear(ComparedPicture other) => _coarse.CompareLight(other._coarse) >= MinCoarse
        || _coarseInside.CompareLight(other._coarse) >= MinCoarse || _coarse.CompareLight(other._coarseInside) >= MinCoarse;
}

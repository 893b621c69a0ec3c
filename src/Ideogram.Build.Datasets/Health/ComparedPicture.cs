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
    private readonly CutPicture _whole;

    public ComparedPicture(Fingerprint fingerprint, double ratio)
    {
        (_fingerprint, _ratio) = (fingerprint, ratio);
        (_coarse, _coarseInside) = (new CutPicture(fingerprint, Cut.None, CoarseSide), new CutPicture(fingerprint, FirstCuts[1], CoarseSide));
        _whole = new CutPicture(fingerprint, Cut.None, Samples);
        IsPoor = _whole.Contrast < MinContrast || _whole.DetailContrast < MinDetail;
    }

    /// <summary>Whether it shows too little to be told from others: nearly blank, or a mere gradient.</summary>
    public bool IsPoor { get; }

    public bool IsLike(ComparedPicture other) => Likeness(other) is { } best
        && best.Light >= MinLight && best.Detail >= MinDetailLikeness && best.Colour <= MaxColour;

    /// <summary>How alike the two are where they fit best; null if they are so different that nothing was tried.</summary>
    public Likeness? Likeness(ComparedPicture other)
    {
        var ratio = _ratio / other._ratio;
        if (ratio is > MaxRatio or < 1 / MaxRatio || !IsNear(other))
            return null;
        var (one, two) = (Fit(_fingerprint, other._whole), Fit(other._fingerprint, _whole));
        var best = one.Light >= two.Light ? one : two;
        return best;
    }

    // From the best even cut, side by side to where it fits best.
    private static Likeness Fit(Fingerprint larger, CutPicture smaller)
    {
        var (best, cut) = FirstCuts.Select(c => (Likeness: smaller.Compare(new CutPicture(larger, c, Samples)), Cut: c))
            .OrderByDescending(b => b.Likeness.Light).First();
        if (best.Light < 0.7)
            return best;
        foreach (var step in Steps)
        {
            for (var isBetter = true; isBetter;)
            {
                isBetter = false;
                foreach (var next in cut.Neighbours(step, MaxCut))
                {
                    var likeness = smaller.Compare(new CutPicture(larger, next, Samples));
                    if (likeness.Light <= best.Light + 1e-5)
                        continue;
                    (best, cut, isBetter) = (likeness, next, true);
                }
            }
        }

        return best;
    }

    // Quickly, with and without a border.
    private bool IsNear(ComparedPicture other) => _coarse.Compare(other._coarse).Light >= MinCoarse
        || _coarseInside.Compare(other._coarse).Light >= MinCoarse || _coarse.Compare(other._coarseInside).Light >= MinCoarse;
}

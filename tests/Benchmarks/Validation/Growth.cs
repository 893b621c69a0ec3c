namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>Time for each manifest of ten images as their number grows: it should stay the same.</summary>
internal sealed class Growth : IFigure
{
    private const int Rounds = 5;
    private const int Images = 10;

    public string Name => "growth";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        var sets = new[] { 1, 10, 100, 1_000 }.Select(n => new Manifests(n, Images)).ToList();
        try
        {
            var times = Clock.Medians(Rounds, [.. sets.Select(s => (Action)(() => s.Validate(cached: false)))]);
            return [.. sets.Select((s, i) => RowOf(s.Paths.Count, times[i], times[^2] / sets[^2].Paths.Count))];
        }
        finally
        {
            sets.ForEach(s => s.Dispose());
        }
    }

    private static Row RowOf(int manifests, double seconds, double ofHundred)
    {
        var each = seconds / manifests;
        return new($"{manifests,5:N0} manifests of {Images} images : time for each, against 100 manifests",
            FormattableString.Invariant($"{each * 1000:N2} ms"), FormattableString.Invariant($"{ofHundred * 1000:N2} ms"),
            FormattableString.Invariant($"{each / ofHundred:N2}"), string.Empty);
    }
}

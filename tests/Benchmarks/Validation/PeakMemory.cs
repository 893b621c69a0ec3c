namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>The most memory that <c>ideogram-build validate</c> has for one image of 2 GB, against a hundred of 100 KB under the same limits.</summary>
internal sealed class PeakMemory(Lazy<PublishedProgram> program) : IFigure
{
    private const int Rounds = 5;
    private const int Small = 100;
    private const string Limits = "limits: { file-size: 3GB, total-size: 3GB }\n";

    public string Name => "memory";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var folder = new TemporaryFolder();
        var image = Path.Combine(folder.Path, "large.png");
        HugePng.Write(image);
        var large = Path.Combine(folder.Path, "ideogram.yml");
        File.WriteAllText(large, $"name: Large\nimages: ['*.png']\n{Limits}");
        using var small = new Manifests(1, Small);
        File.AppendAllText(small.Paths[0], Limits);

        var (largePeaks, smallPeaks) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            largePeaks.Add(Peak.Of(program.Value.Validate(large)));
            smallPeaks.Add(Peak.Of(program.Value.Validate(small.Paths[0])));
        }

        var (one, hundred) = (Clock.Median(largePeaks), Clock.Median(smallPeaks));
        return [new($"peak memory: one intact image of {new FileInfo(image).Length / 1e9:N1} GB : {Small} of 100 KB", Megabytes(one), Megabytes(hundred),
            Megabytes(one - hundred), "<= 5 MB")];
    }

    private static string Megabytes(double value) => FormattableString.Invariant($"{value:N1} MB");
}

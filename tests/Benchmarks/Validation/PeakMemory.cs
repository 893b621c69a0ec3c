using System.Globalization;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>The most memory that <c>ideogram-build validate</c> has for one image of 2 GB, against a hundred of 100 KB under the same limits.</summary>
internal sealed class PeakMemory(Lazy<PublishedProgram> program) : IFigure
{
    private const int Rounds = 5;
    private const int Small = 100;
    private const string Limits = "limits: { file-size: 3GB, total-size: 3GB }\n";

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1);

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
            largePeaks.Add(Peak(large));
            smallPeaks.Add(Peak(small.Paths[0]));
        }

        var (one, hundred) = (Clock.Median(largePeaks), Clock.Median(smallPeaks));
        return [new($"peak memory: one intact image of {new FileInfo(image).Length / 1e9:N1} GB : {Small} of 100 KB", Megabytes(one), Megabytes(hundred),
            Megabytes(one - hundred), "<= 5 MB")];
    }

    // The kernel keeps the peak, so that looking often misses at most what the last look's millisecond added.
    private double Peak(string manifest)
    {
        using var process = program.Value.Validate(manifest);
        var peak = 0.0;
        while (!process.WaitForExit(Between))
            peak = Math.Max(peak, Now(process.Id));
        return process.ExitCode == 0 ? peak / 1024 : throw new InvalidOperationException(process.StandardOutput.ReadToEnd());
    }

    private static double Now(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static string Megabytes(double value) => FormattableString.Invariant($"{value:N1} MB");
}

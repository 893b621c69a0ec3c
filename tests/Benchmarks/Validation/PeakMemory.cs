using System.Globalization;
using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>The most memory that a process has for one image of 2 GB, against the photographs, each a two-thousandth of that.</summary>
internal sealed class PeakMemory : IFigure
{
    public const string ChildCommand = "peak-memory-of-inspecting";

    private const int Rounds = 5;

    public string Name => "memory";

    /// <summary>Inspects the files and prints this process's peak of resident memory in KB.</summary>
    public static int Child(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            if (ImageInspector.Inspect(stream) .Image is null)
                return 1;
        }

        var line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
        Console.WriteLine(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]);
        return 0;
    }

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var folder = new TemporaryFolder();
        var large = Path.Combine(folder.Path, "large.png");
        HugePng.Write(large);
        var (largePeaks, smallPeaks) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            largePeaks.Add(Peak([large]));
            smallPeaks.Add(Peak(photos.Files));
        }

        var (one, hundred) = (Clock.Median(largePeaks), Clock.Median(smallPeaks));
        return [new($"peak memory: one intact image of {new FileInfo(large).Length / 1e9:N1} GB : the photographs", Megabytes(one), Megabytes(hundred), Megabytes(one - hundred), "<= 5 MB")];
    }

    private static double Peak(IEnumerable<string> files) =>
        double.Parse(Tool.Run(Environment.ProcessPath!, [ChildCommand, .. files]), CultureInfo.InvariantCulture) / 1024;

    private static string Megabytes(double value) => FormattableString.Invariant($"{value:N1} MB");
}

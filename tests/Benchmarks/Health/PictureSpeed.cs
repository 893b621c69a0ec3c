using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Benchmarks.Health;

/// <summary>What the small picture adds to an inspection, by format.</summary>
internal sealed class PictureSpeed : IFigure
{
    private const int Rounds = 5;
    private const int Side = 128;

    public string Name => "picture";

    public IReadOnlyList<Row> Measure(Photos photos) => [.. photos.Files.GroupBy(Path.GetExtension).Select(g => Of(g.Key!, [.. g]))];

    private static Row Of(string extension, string[] files)
    {
        var times = Clock.ProcessorMedians(Rounds, () => Inspect(files, Side), () => Inspect(files, 0));
        var megabytes = files.Sum(f => new FileInfo(f).Length) / 1e6;
        return new($"inspection of {files.Length} {extension}, {megabytes:N0} MB, one at a time, with a picture : without",
            FormattableString.Invariant($"{times[0] * 1000:N0} ms"), FormattableString.Invariant($"{times[1] * 1000:N0} ms"),
            FormattableString.Invariant($"{megabytes / (times[0] - times[1]):N0} MB/s"), "");
    }

    private static void Inspect(string[] files, int side)
    {
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            ImageInspector.Inspect(stream, side, out _, looks: null, CancellationToken.None);
        }
    }
}

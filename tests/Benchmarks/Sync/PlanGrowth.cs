
namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>Plans of 3, 30 and 300 datasets of 100 images that the cache knows and the datasets hold: each dataset should cost the same.</summary>
internal sealed class PlanGrowth(SyncProgram program) : IFigure
{
    private const int Rounds = 5;
    private const int Images = 100;
    private static readonly int[] Sizes = [3, 30, 300];
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public string Name => "plan";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var sink = Sink.Start();
        var (seconds, peaks) = (new double[Sizes.Length], new double[Sizes.Length]);
        for (var i = 0; i < Sizes.Length; i++) (seconds[i], peaks[i]) = Measure(sink, Sizes[i]);
        return [.. Sizes.Select((n, i) => new Row(
            $"plan of {n,3} datasets of {Images} known images: wall time; peak memory; each further dataset",
            FormattableString.Invariant($"{seconds[i] * 1000:N0} ms"), FormattableString.Invariant($"{peaks[i]:N0} MB"),
            i == 0 ? "" : FormattableString.Invariant($"{(seconds[i] - seconds[i - 1]) / (n - Sizes[i - 1]) * 1000:N2} ms"), i == Sizes.Length - 1 ? "linear"
                : ""))];
    }

    private (double Seconds, double Peak) Measure(Sink sink, int datasets)
    {
        using var repository = new Repository();
        using var cache = new TemporaryFolder();
        for (var d = 0; d < datasets; d++)
        {
            var id = $"{datasets}-{d}";
            var manifest = repository.Write(id, folder =>
            {
                for (var i = 0; i < Images; i++)
                {
                    var file = Path.Combine(folder, $"{i}.png");
                    File.WriteAllBytes(file, TestImages.Png($"{id} {i}"));
                    // The cache believes no file that was written a moment ago.
                    File.SetLastWriteTimeUtc(file, LongAgo);
                }
            });
            sink.Put(id, Repository.Names(manifest), isFilled: true);
        }

        program.Run(sink, cache.Path, "plan", repository.Folder);
        List<Timed> runs = [];
        for (var round = 0; round < Rounds; round++)
        {
            sink.Reset();
            runs.Add(program.Run(sink, cache.Path, "plan", repository.Folder));
            if (sink.Requests != datasets) throw new InvalidOperationException($"{sink.Requests} requests for {datasets} datasets.");
        }

        return (Clock.Median([.. runs.Select(r => r.Seconds)]), Clock.Median([.. runs.Select(r => r.PeakMegabytes)]));
    }
}

using Ideogram.Build.Benchmarks.Sync;

namespace Ideogram.Build.Benchmarks.Start;

/// <summary>The most memory while 2 GB are uploaded.</summary>
internal sealed class UploadPeak : IStartFigure
{
    private const int Rounds = 3;

    public string Name => "memory";

    public Task<IReadOnlyList<Row>> MeasureAsync(Builds builds, Photos photos)
    {
        using var repository = new Repository();
        using var sink = Sink.Start();
        var manifest = UploadMemory.Write(repository, sink, "large", 20_000_000);
        var programs = builds.All.Select(build => new SyncProgram(build.File)).ToArray();
        var peaks = programs.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < programs.Length; i++)
            {
                sink.Reset();
                peaks[i].Add(programs[i].Run(sink, null, "upload", manifest).PeakMegabytes);
            }
        }

        return Task.FromResult(
            builds.Compare("peak memory of a 2 GB upload", "<= 0.7", [.. peaks.Select(Clock.Median)], value => FormattableString.Invariant($"{value:N1} MB")));
    }
}

using System.Diagnostics;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>The photographs to a sink on loopback, against curl with the same batches at once. Both are timed by the sink.</summary>
internal sealed class UploadSpeed(SyncProgram program) : IFigure
{
    private const int Rounds = 7;

    public string Name => "upload";

    public IReadOnlyList<Row> Measure(Photos photos)
    {
        using var stage = new UploadStage(photos);
        var sink = stage.Sink;
        List<Phases> ours = [], curls = [], hashed = [];
        for (var round = 0; round <= Rounds; round++)
        {
            var whole = stage.Upload(program);
            if (round > 0) ours.Add(new(sink.UploadPhase, whole.Cpu, sink.StartPhase(whole), sink.PlanPhase, sink.ReadBackPhase, sink.EndPhase(whole)));
            whole = stage.Curl(hash: false);
            if (round > 0) curls.Add(new(sink.UploadPhase, whole.Cpu, sink.StartPhase(whole), 0, 0, 0));
            whole = stage.Curl(hash: true);
            if (round > 0) hashed.Add(new(Stopwatch.GetElapsedTime(sink.UploadBegan, whole.Ended).TotalSeconds, whole.Cpu, 0, 0, 0, 0));
        }

        var (our, curl, both) = (Phases.Median(ours), Phases.Median(curls), Phases.Median(hashed));
        return
        [
            new($"upload phase, {stage.What} : curl -F files=@…", Ms(our.Upload), Ms(curl.Upload), Ratio(our.Upload, curl.Upload), "<= 1.1"),
            new("  : curl with openssl dgst -sha256 of the same files beside it", Ms(our.Upload), Ms(both.Upload), Ratio(our.Upload, both.Upload), ""),
            new("  the same runs, before the upload: start and inspection : start of curl", Ms(our.Start), Ms(curl.Start), "", ""),
            new("  the same runs, before the upload: plan", Ms(our.Plan), "", "", ""),
            new("  the same runs, after the upload: read back", Ms(our.ReadBack), "", "", ""),
            new("  the same runs, after the upload: report and end", Ms(our.End), "", "", ""),
            new("  the same runs: processor time, everything in it : curl", Ms(our.Cpu), Ms(curl.Cpu), Ratio(our.Cpu, curl.Cpu), ""),
        ];
    }

    /// <summary>Seconds.</summary>
    private sealed record Phases(double Upload, double Cpu, double Start, double Plan, double ReadBack, double End)
    {
        public static Phases Median(IReadOnlyList<Phases> runs) => new(
            Of(runs, r => r.Upload), Of(runs, r => r.Cpu), Of(runs, r => r.Start), Of(runs, r => r.Plan), Of(runs, r => r.ReadBack), Of(runs, r => r.End));

        private static double Of(IReadOnlyList<Phases> runs, Func<Phases, double> phase) => Clock.Median([.. runs.Select(phase)]);
    }

    private static string Ratio(double ours, double other) => FormattableString.Invariant($"{ours / other:N2}");

    private static string Ms(double seconds) => FormattableString.Invariant($"{seconds * 1000:N0} ms");
}

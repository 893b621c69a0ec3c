using Ideogram.Build.Benchmarks.Sync;

namespace Ideogram.Build.Benchmarks.Start;

/// <summary>From the first byte of the first upload to the answer of the last: against curl with the same batches, and no slower than another build.</summary>
internal sealed class UploadPhase : IStartFigure
{
    private const int Rounds = 11;

    public string Name => "upload";

    public Task<IReadOnlyList<Row>> MeasureAsync(Builds builds, Photos photos)
    {
        using var stage = new UploadStage(photos);
        var programs = builds.All.Select(build => new SyncProgram(build.File)).ToArray();
        var (ours, curls) = (programs.Select(_ => new List<double>()).ToArray(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            for (var i = 0; i < programs.Length; i++)
            {
                stage.Upload(programs[i]);
                if (round > 0) ours[i].Add(stage.Sink.UploadPhase);
            }

            stage.Curl(hash: false);
            if (round > 0) curls.Add(stage.Sink.UploadPhase);
        }

        var (medians, curl) = (ours.Select(Clock.Median).ToArray(), Clock.Median(curls));
        return Task.FromResult<IReadOnlyList<Row>>(
        [
            new($"upload phase, {stage.What} : curl", Ms(medians[0]), Ms(curl), FormattableString.Invariant($"{medians[0] / curl:N2}"), "<= 1.1"),
            .. builds.Compare("  the same", "<= 1.0", medians, Ms),
        ]);
    }

    private static string Ms(double seconds) => FormattableString.Invariant($"{seconds * 1000:N0} ms");
}

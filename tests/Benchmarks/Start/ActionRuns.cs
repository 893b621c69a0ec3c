using Ideogram.Build.Benchmarks.Actions;

namespace Ideogram.Build.Benchmarks.Start;

/// <summary>The action on a push and on a pull request that find nothing to do.</summary>
internal sealed class ActionRuns : IStartFigure
{
    private const int Rounds = 21;
    private const int Images = 20;

    public string Name => "action";

    public async Task<IReadOnlyList<Row>> MeasureAsync(Builds builds, Photos photos)
    {
        await using var stage = await ActionStage.StartAsync(Images);
        var rows = new List<Row>();
        foreach (var (name, what) in new[] { ("push", "a push"), ("pull_request", "a pull request") })
        {
            // The first uploads, or writes the comment; the others find it.
            stage.Act(builds.All[0].File, name);
            rows.AddRange(builds.Time($"action on {what}, nothing to do", Rounds, "<= 0.30", build => stage.Act(build.File, name)));
        }

        return rows;
    }
}

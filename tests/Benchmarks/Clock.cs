using System.Diagnostics;

namespace Ideogram.Build.Benchmarks;

/// <summary>Medians of several things done in turn, so that a busy moment of the machine hits all of them.</summary>
internal static class Clock
{
    /// <summary>Times several actions in turn and takes the median of each.</summary>
    /// <returns>Seconds, in the order of the actions.</returns>
    public static double[] Medians(int rounds, params Action[] actions) => Medians(rounds, () => Stopwatch.GetElapsedTime(0), actions);

    /// <summary>The same in this process's own time on processors, which others on the machine disturb less.</summary>
    public static double[] ProcessorMedians(int rounds, params Action[] actions) => Medians(rounds, () => Environment.CpuUsage.TotalTime, actions);

    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    private static double[] Medians(int rounds, Func<TimeSpan> now, Action[] actions)
    {
        // The first round warms caches and the compiler, and does not count.
        var times = actions.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                var start = now();
                actions[i]();
                if (round > 0)
                    times[i].Add((now() - start).TotalSeconds);
            }
        }

        return [.. times.Select(Median)];
    }
}

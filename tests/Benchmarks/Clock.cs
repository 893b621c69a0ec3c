using System.Diagnostics;

namespace Ideogram.Build.Benchmarks;

/// <summary>Medians of several things done in turn, so that a busy moment of the machine hits all of them.</summary>
internal static class Clock
{
    /// <summary>Times several actions in turn and takes the median of each.</summary>
    /// <returns>Seconds, in the order of the actions.</returns>
    public static double[] Medians(int rounds, params Action[] actions)
    {
        // The first round warms caches and the compiler, and does not count.
        var times = actions.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                actions[i]();
                if (round > 0)
                    times[i].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return [.. times.Select(Median)];
    }

    public static double Median(IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);
}

using System.Globalization;

namespace Ideogram.Build.Chaos.Sync;

/// <summary>
/// Draws faults for the emulator, in the grammar of docs/emulator.md. What shows late shows within <see cref="MaxLate"/>: a commit later than
/// the settle window is outside the promise.
/// </summary>
internal static class Schedule
{
    /// <summary>The latest that a stored file shows.</summary>
    public static readonly TimeSpan MaxLate = TimeSpan.FromMilliseconds(250);

    private static readonly string[] Bodies = ["html", "empty", "truncated", "wrong", "array", "null", "text"];
    private static readonly string[] Cuts = ["before", "body", "read", "commit", "answer"];

    public static string Draw(Random random)
    {
        var rules = new List<string> { Invariant($"random:seed={random.Next(100_000)},rate={0.05 + (random.NextDouble() * 0.2):0.00},seconds=0") };
        for (var i = random.Next(1, 4); i > 0; i--) rules.Add(Invariant($"{Rule(random)},{Reach(random)}"));
        return string.Join(';', rules);
    }

    private static string Rule(Random random) => random.Next(13) switch
    {
        0 => Invariant($"late:seconds={Late(random)},route=upload"),
        1 => Invariant($"lag:seconds={Late(random)},route=upload|create"),
        2 => Invariant($"late:seconds={Late(random)},route=create"),
        3 => Invariant($"partial:images={random.Next(4)},route=upload"),
        4 => Invariant($"partial:images={random.Next(4)},code={random.Next(500, 505)},route=upload"),
        5 => Invariant($"status:code=200,body={Pick(random, Bodies)},commit=yes,route=upload|create"),
        6 => Invariant($"status:code={random.Next(500, 505)},body={Pick(random, Bodies)},commit={(random.Next(2) == 0 ? "yes" : "no")}"),
        7 => Invariant($"reset:at={Pick(random, Cuts)},bytes={random.Next(3000)}"),
        8 => "status:code=413,route=upload",
        9 => Invariant($"throttle:{(random.Next(2) == 0 ? "seconds=1" : "inflight=4")}"),
        10 => Invariant($"missing:images={random.Next(1, 3)},commit={(random.Next(2) == 0 ? "yes" : "no")},route=upload"),
        11 => Invariant($"refuse:reason={(random.Next(3) == 0 ? "FILE_TOO_LARGE" : "INTERNAL_ERROR")},images={random.Next(1, 3)},route=upload"),
        _ => Invariant($"delay:seconds={random.NextDouble() * 0.3:0.00},at={(random.Next(2) == 0 ? "before" : "answer")}"),
    };

    private static string Reach(Random random) => random.Next(2) == 0
        ? Invariant($"nth={random.Next(1, 5)}")
        : Invariant($"rate={0.1 + (random.NextDouble() * 0.4):0.00},seed={random.Next(100_000)}");

    private static string Late(Random random) => Invariant($"{random.NextDouble() * MaxLate.TotalSeconds:0.00}");

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

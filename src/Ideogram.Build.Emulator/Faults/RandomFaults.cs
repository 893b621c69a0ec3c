namespace Ideogram.Build.Emulator.Faults;

/// <summary>The faults that <c>random</c> draws from: those after which a client can still get everything there.</summary>
internal static class RandomFaults
{
    private static readonly int[] Statuses = [500, 502, 503, 504];
    private static readonly FaultBody[] Bodies = [FaultBody.Json, FaultBody.Html, FaultBody.Empty, FaultBody.Truncated];
    private static readonly ResetPoint[] Resets = Enum.GetValues<ResetPoint>();

    public static Fault Draw(Random random, int seconds)
    {
#pragma warning disable CA5394 // Repeatable on purpose: see FaultRule.
        return random.Next(9) switch
        {
            0 => new StatusFault(Pick(Statuses), Pick(Bodies), Commit: false, Early: false),
            1 => new StatusFault(Pick(Statuses), Pick(Bodies), Commit: true, Early: false),
            2 => new StatusFault(429, FaultBody.Json, Commit: false, Early: false) { RetryAfterSeconds = 1 },
            3 => new ResetFault(Pick(Resets), 1000),
            4 => new PartialFault(random.Next(3), Code: null),
            5 => new LateFault(TimeSpan.FromSeconds(random.Next(seconds + 1))),
            6 => new LagFault(TimeSpan.FromSeconds(random.Next(seconds + 1))),
            7 => new RefuseFault("INTERNAL_ERROR", 1, Containing: null),
            _ => new MissingFault(1, Commit: random.Next(2) == 0),
        };

        T Pick<T>(T[] from) => from[random.Next(from.Length)];
#pragma warning restore CA5394
    }
}

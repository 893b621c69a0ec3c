namespace Ideogram.Build.Emulator.Faults;

/// <summary>A fault and the requests that it applies to.</summary>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Routes">Route names, <c>ideogram</c>, <c>github</c> or <c>any</c>.</param>
/// <param name="First">The first of the route's requests that it applies to, counted from 1.</param>
/// <param name="Last">The last one.</param>
/// <param name="Rate">The share of them that it applies to.</param>
/// <param name="Seed">Decides which.</param>
internal sealed record FaultRule(Fault Fault, IReadOnlyList<string> Routes, int First, int Last, double Rate, int Seed)
{
    /// <summary>It is over so long after it began to befall requests, by the emulator's clock; null: never.</summary>
    public TimeSpan? Length { get; init; }

    public bool Covers(Route route) => Routes.Any(name => name switch
    {
        "any" => true,
        "ideogram" => route.IsIdeogram,
        "github" => route.IsGitHub,
        _ => name == route.Name,
    });

    /// <summary>The fault of the route's request number <paramref name="nth"/>, or null. The same seed and number give the same.</summary>
    public Fault? FaultOf(int nth)
    {
        if (nth < First || nth > Last)
            return null;

#pragma warning disable CA5394 // Repeatable on purpose: a schedule of faults is named by its seed.
        var random = new Random(Mixed(nth));
        return random.NextDouble() >= Rate ? null : Fault is RandomFault drawn ? RandomFaults.Draw(random, drawn.Seconds) : Fault;
#pragma warning restore CA5394
    }

    // Neighbouring seeds make Random begin alike: the bits are spread first.
    private int Mixed(int nth)
    {
        var bits = unchecked(((ulong)(uint)Seed << 32 | (uint)nth) * 0x9E3779B97F4A7C15UL);
        bits = unchecked((bits ^ (bits >> 31)) * 0xBF58476D1CE4E5B9UL);
        return (int)(bits >> 33);
    }
}

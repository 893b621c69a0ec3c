using System.Globalization;

namespace Ideogram.Build.Chaos.Storms;

/// <summary>Half an hour in which other people's generations take all places, and a run that is caught in it.</summary>
/// <param name="Fault">What the emulator answers meanwhile.</param>
/// <param name="Patience">How long the run waits.</param>
/// <param name="Images">How many images it has.</param>
/// <param name="BatchFiles">How many of them go into one request.</param>
/// <param name="Parallelism">How many requests are under way at the same time.</param>
internal sealed record Storm(string Fault, TimeSpan Patience, int Images, int BatchFiles, int Parallelism)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(30);
    private static readonly string[] Routes = ["upload", "ideogram", "create|upload", "get|upload"];

    /// <summary>Lanes that wait at the same time turn the clock one after the other: so much longer than the storm is surely long enough.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(15);

    /// <summary>Whether the run must end complete.</summary>
    public bool MustComplete => Patience >= Length + Margin;

    /// <summary>Whether reading is answered so too.</summary>
    public bool IsOverReading => Fault.Contains("route=get", StringComparison.Ordinal) || Fault.Contains("route=ideogram", StringComparison.Ordinal);

    public static Storm Draw(Random random)
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        var kind = random.Next(4) switch
        {
            0 => "throttle:inflight=10",
            1 => Invariant($"throttle:seconds={random.Next(1, 61)}"),
            2 => Invariant($"throttle:seconds={random.Next(1, 61)},as=date"),
            _ => "throttle:as=none",
        };
        var fault = Invariant($"{kind},route={Routes[random.Next(Routes.Length)]},nth={random.Next(1, 6)}-,for={Length.TotalSeconds:0}");
        int[] minutes = [0, 2, 10, 25, 45, 120];
        return new Storm(fault, TimeSpan.FromMinutes(minutes[random.Next(minutes.Length)]), random.Next(1, 41), random.Next(1, 21), random.Next(1, 5));
#pragma warning restore CA5394
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

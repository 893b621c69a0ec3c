namespace Ideogram.Build.Emulator.Tests.Support;

/// <summary>A clock that stands still until it is turned.</summary>
internal sealed class TurnedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

namespace Ideogram.Build.Sync.Tests.Support;

/// <summary>A clock on which each pause is over at once, and took its time all the same.</summary>
internal sealed class RushedTime : TimeProvider
{
    private long _ticks;

    /// <summary>The pauses so far.</summary>
    public TimeSpan Passed => TimeSpan.FromTicks(_ticks);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Passed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
            _ticks += dueTime.Ticks;
        return System.CreateTimer(callback, state, dueTime == Timeout.InfiniteTimeSpan ? dueTime : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}

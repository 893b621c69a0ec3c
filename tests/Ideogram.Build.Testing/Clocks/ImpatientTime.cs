namespace Ideogram.Build.Testing;

/// <summary>A clock for which every wait is over at once: it jumps to the wait's end. What was waited is added up.</summary>
public sealed class ImpatientTime : TimeProvider
{
    private readonly Lock _lock = new();
    private TimeSpan _waited;

    /// <summary>What was waited, all waits together.</summary>
    public TimeSpan Waited
    {
        get
        {
            lock (_lock)
                return _waited;
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Waited;

    /// <inheritdoc />
    public override long GetTimestamp() => base.GetTimestamp() + (long)(Waited.TotalSeconds * TimestampFrequency);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Deadlines of requests must not come true at once; pauses between two tries do.
        if (state is CancellationTokenSource)
            return base.CreateTimer(callback, state, dueTime, period);
        lock (_lock)
            _waited += dueTime > TimeSpan.Zero ? dueTime : TimeSpan.Zero;
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}

namespace Ideogram.Build.Sync.Api;

/// <summary>How long nothing has worked, and how long that is borne.</summary>
/// <param name="options">How patient the caller is.</param>
/// <param name="time">The clock.</param>
internal sealed class Patience(IdeogramClientOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long? _since;
    private long? _unreachableSince;

    /// <summary>A request succeeded: what was before counts no more.</summary>
    public void Renew()
    {
        lock (_lock) _since = _unreachableSince = null;
    }

    /// <summary>How long nothing has worked.</summary>
    public TimeSpan Spent
    {
        get
        {
            lock (_lock) return _since is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
        }
    }

    /// <summary>Notes a fault that may pass.</summary>
    /// <returns>How much is left; nothing or less if it is used up.</returns>
    public TimeSpan Left(ApiFault fault)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _since ??= now;
            // A line that is down for a moment must not end a long wait for something else.
            _unreachableSince = fault.Kind is ApiFaultKind.Unreachable or ApiFaultKind.NotUnderstood ? _unreachableSince ?? now : null;
            var left = options.Patience - time.GetElapsedTime(_since.Value, now);
            var leftForConnecting = _unreachableSince is { } since ? options.ConnectPatience - time.GetElapsedTime(since, now) : left;
            return left < leftForConnecting ? left : leftForConnecting;
        }
    }
}

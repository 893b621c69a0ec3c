namespace Ideogram.Build.Sync.Uploading;

/// <summary>Queries the dataset until it shows what is expected, or the settle window has passed.</summary>
/// <param name="options">Window and pause.</param>
/// <param name="time">The clock.</param>
internal sealed class ReadBackPoller(SyncOptions options, TimeProvider time)
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(5);

    /// <summary>The least pause, however little is left of the window and whatever the options say.</summary>
    private static readonly TimeSpan MinDelay = TimeSpan.FromMilliseconds(10);

    /// <summary>Queries at once, then with growing pauses.</summary>
    /// <param name="look">Queries, and returns whether everything is there.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>Whether it was there in time.</returns>
    public async Task<bool> WaitAsync(Func<CancellationToken, Task<bool>> look, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var delay = options.SettleDelay; ; delay = TimeSpan.FromTicks(Math.Min(delay.Ticks * 2, MaxDelay.Ticks)))
        {
            // The last query begins after the window: a slow answer may show an earlier state.
            var isLast = time.GetElapsedTime(started) >= options.SettleWindow;
            if (await look(cancellationToken).ConfigureAwait(false)) return true;
            if (isLast) return false;
            var left = options.SettleWindow - time.GetElapsedTime(started);
            var pause = Math.Max(Math.Min(delay.Ticks, left.Ticks), MinDelay.Ticks);
            await Task.Delay(TimeSpan.FromTicks(pause), time, cancellationToken).ConfigureAwait(false);
        }
    }
}

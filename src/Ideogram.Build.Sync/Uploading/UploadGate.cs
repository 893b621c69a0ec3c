using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>Limits the uploads of a run: several at once, one while Ideogram limits the rate, none when nothing can succeed.</summary>
/// <param name="parallelism">The most uploads at once.</param>
/// <param name="time">The clock.</param>
internal sealed class UploadGate(int parallelism, TimeProvider time) : IUploadThrottle, IDisposable
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _all = new(parallelism);
    private readonly SemaphoreSlim _one = new(1);
    private long _throttledUntil = long.MinValue;
    private ApiFault? _stop;

    /// <summary>The fault that stopped the run, if one did.</summary>
    public ApiFault? Stop => Volatile.Read(ref _stop);

    /// <inheritdoc />
    public void Failed(ApiFault fault)
    {
        if (fault.Kind == ApiFaultKind.Throttled)
            Volatile.Write(ref _throttledUntil, (time.GetUtcNow() + (fault.RetryAfter ?? TimeSpan.Zero) + Calm).UtcTicks);
    }

    /// <summary>While Ideogram limits the rate, attempts run one at a time, also those of uploads that began earlier.</summary>
    public async Task<IDisposable?> BeginAsync(CancellationToken cancellationToken)
    {
        if (time.GetUtcNow().UtcTicks >= Volatile.Read(ref _throttledUntil)) return null;
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(_one);
    }

    /// <summary>Stops all uploads that have not begun.</summary>
    public void StopRun(ApiFault fault) => Interlocked.CompareExchange(ref _stop, fault, null);

    public async Task RunAsync(Func<Task> upload, CancellationToken cancellationToken)
    {
        await _all.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await upload().ConfigureAwait(false);
        }
        finally
        {
            _all.Release();
        }
    }

    public void Dispose()
    {
        _all.Dispose();
        _one.Dispose();
    }

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}

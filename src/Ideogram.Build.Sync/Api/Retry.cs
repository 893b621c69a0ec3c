using Polly;
using Polly.Retry;

namespace Ideogram.Build.Sync.Api;

/// <summary>
/// Tries again while the trouble may pass, with growing pauses and jitter, as long as patience lasts: that of the request, and that of all that are tried here.
/// What Ideogram asks to wait, all of them wait. It never decides what is safe to repeat.
/// </summary>
/// <param name="options">Pauses and patience.</param>
/// <param name="time">The clock.</param>
internal sealed class Retry(IdeogramClientOptions options, TimeProvider time)
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    /// <summary>A timer may come a little early.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(50);

    // Datasets are worked on one after the other: what nothing helped against for the first one is not waited out again for each.
    private readonly Patience _all = new(options, time);
    private readonly Lock _lock = new();
    private (DateTimeOffset Until, ApiFault Fault)? _closed;

    /// <summary>Runs a request until it succeeds, its fault is not one to repeat, or patience ends: then its exception comes out.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> request, Func<ApiFault, bool> isRepeatable, Action<ApiFault>? onFault,
        CancellationToken cancellationToken)
    {
        // From the first fault on: a large upload may take longer than patience lasts before it is told to wait.
        var own = new Patience(options, time);
        var (tries, pause) = (0, TimeSpan.Zero);
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                DelayGenerator = _ => new(pause),
                OnRetry = arguments =>
                {
                    if (FaultOf(arguments.Outcome) is { } fault) options.Pauses?.Report(new Pause(fault, arguments.RetryDelay));
                    return default;
                },
                ShouldHandle = arguments =>
                {
                    if (FaultOf(arguments.Outcome) is not { } fault) return new(false);
                    Close(fault);
                    onFault?.Invoke(fault);
                    if (!fault.Treatment.IsTransient || !isRepeatable(fault)) return new(false);
                    var left = TimeSpan.FromTicks(Math.Min(own.Left(fault).Ticks, _all.Left(fault).Ticks));
                    // The coming pause counts too. The last one ends with patience, unless the server asks for more.
                    pause = Pause(tries++, fault.RetryAfter, left);
                    return new(left > TimeSpan.Zero && pause <= left);
                },
            })
            .Build();
        try
        {
            var answer = await pipeline.ExecuteAsync(async token => await request(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            _all.Renew();
            return answer;
        }
        catch (IdeogramException e) when (own.Spent > TimeSpan.Zero)
        {
            throw new IdeogramException(e.ApiFault.After(own.Spent), e.InnerException);
        }
    }

    /// <summary>Waits as long as Ideogram asked to, whichever request it answered so.</summary>
    /// <exception cref="IdeogramException">It asks for more than patience.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (Closed() is { } closed)
        {
            if (_all.Left(closed) < closed.RetryAfter) throw new IdeogramException(closed);
            options.Pauses?.Report(new Pause(closed, closed.RetryAfter!.Value));
            await Task.Delay(closed.RetryAfter!.Value, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Close(ApiFault fault)
    {
        if (fault.RetryAfter is not { } wait) return;
        lock (_lock)
        {
            var until = time.GetUtcNow() + wait;
            if (_closed is not { } closed || until > closed.Until) _closed = (until, fault);
        }
    }

    /// <summary>The fault that asked to wait, with what is left of the wait; null if there is none.</summary>
    private ApiFault? Closed()
    {
        lock (_lock)
            return _closed is { } closed && closed.Until - time.GetUtcNow() is var left && left > Tolerance ? closed.Fault with { RetryAfter = left } : null;
    }

    private TimeSpan Pause(int tries, TimeSpan? retryAfter, TimeSpan left)
    {
        // A pause shorter than this tool's own would cause too many requests, so its own is used.
        if (retryAfter is { } wait && wait > options.RetryDelay)
            return wait;
        var longest = Math.Min(MaxDelay.TotalMilliseconds, options.RetryDelay.TotalMilliseconds * Math.Pow(2, Math.Min(tries, 30)));
#pragma warning disable CA5394 // Requests that began together shall not come back together; nobody has to be unable to guess when.
        var own = TimeSpan.FromMilliseconds(longest * (0.75 + (Random.Shared.NextDouble() / 2)));
#pragma warning restore CA5394
        return own <= left || left < options.RetryDelay ? own : left;
    }

    private static ApiFault? FaultOf<TResult>(Outcome<TResult> outcome) => (outcome.Exception as IdeogramException)?.ApiFault;
}

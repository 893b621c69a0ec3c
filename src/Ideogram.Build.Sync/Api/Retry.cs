using Polly;
using Polly.Retry;

namespace Ideogram.Build.Sync.Api;

/// <summary>Tries again while the trouble may pass, with growing pauses and jitter, inside a time budget. It never decides what is safe to repeat.</summary>
/// <param name="options">Pauses and budget.</param>
/// <param name="time">The clock.</param>
internal sealed class Retry(IdeogramClientOptions options, TimeProvider time)
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    /// <summary>Runs a request until it succeeds, its fault is not one to repeat, or the budget is used up: then its exception comes out.</summary>
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> request, Func<ApiFault, bool> isRepeatable, Action<ApiFault>? onFault,
        CancellationToken cancellationToken)
    {
        // From the first fault on: a large upload may take longer than the budget before it is told to wait.
        long? started = null;
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
                    onFault?.Invoke(fault);
                    started ??= time.GetTimestamp();
                    var budget = fault.Kind is ApiFaultKind.Unreachable or ApiFaultKind.NotUnderstood ? options.ConnectBudget : options.RetryBudget;
                    // The coming pause counts too. The last one ends with the budget, unless the server asks for more.
                    var left = budget - time.GetElapsedTime(started.Value);
                    pause = Pause(tries++, fault.RetryAfter, left);
                    return new(left > TimeSpan.Zero && pause <= left && fault.Treatment.IsTransient && isRepeatable(fault));
                },
            })
            .Build();
        return await pipeline.ExecuteAsync(async token => await request(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private TimeSpan Pause(int tries, TimeSpan? retryAfter, TimeSpan left)
    {
        // A pause shorter than this tool's own would make a storm of requests: then its own is taken.
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

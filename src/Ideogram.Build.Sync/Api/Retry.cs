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
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = MaxDelay,
                // A pause shorter than this tool's own would make a storm of requests: then its own is taken.
                DelayGenerator = arguments => new(FaultOf(arguments.Outcome)?.RetryAfter is { } wait && wait > options.RetryDelay ? wait : null),
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
                    var isWithinBudget = time.GetElapsedTime(started.Value) + (fault.RetryAfter ?? TimeSpan.Zero) < budget;
                    return new(isWithinBudget && fault.Treatment.IsTransient && isRepeatable(fault));
                },
            })
            .Build();
        return await pipeline.ExecuteAsync(async token => await request(token).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private static ApiFault? FaultOf<TResult>(Outcome<TResult> outcome) => (outcome.Exception as IdeogramException)?.ApiFault;
}

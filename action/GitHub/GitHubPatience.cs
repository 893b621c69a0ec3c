using Polly;
using Polly.Retry;

namespace Ideogram.Build.Action.GitHub;

/// <summary>How long trouble with GitHub is waited out.</summary>
/// <param name="time">The clock.</param>
internal sealed class GitHubPatience(TimeProvider time)
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(2);

    // A secondary limit may come without a header; GitHub's documentation asks for at least a minute then.
    private static readonly TimeSpan UnsaidLimit = TimeSpan.FromSeconds(60);

    /// <summary>Sends until there is an answer worth having, or the budget of this request is used up.</summary>
    /// <param name="send">Sends once.</param>
    /// <param name="isRepeatable">Whether sending twice does what sending once does; a rate limit is waited out in any case.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    public async Task<GitHubAnswer> SendAsync(Func<CancellationToken, Task<GitHubAnswer>> send, bool isRepeatable, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var pipeline = new ResiliencePipelineBuilder<GitHubAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<GitHubAnswer>
            {
                MaxRetryAttempts = 8,
                ShouldHandle = args => ValueTask.FromResult(
                    MayPass(args.Outcome, isRepeatable) && time.GetElapsedTime(start) + Pause(args.Outcome.Result, args.AttemptNumber) <= Budget),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Pause(args.Outcome.Result, args.AttemptNumber)),
            })
            .Build();
        return await pipeline.ExecuteAsync(async token => await send(token), cancellationToken);
    }

    private static bool MayPass(Outcome<GitHubAnswer> outcome, bool isRepeatable) => outcome switch
    {
        { Exception: GitHubException { MayHaveLanded: true } } => isRepeatable,
        { Result: { IsRateLimit: true } } => true,
        { Result: { IsServerTrouble: true } } => isRepeatable,
        _ => false,
    };

    private TimeSpan Pause(GitHubAnswer? answer, int attempt)
    {
        if (answer is { IsRateLimit: true })
        {
            var asked = answer.RetryAfter ?? answer.LimitReset - time.GetUtcNow() ?? UnsaidLimit * Math.Pow(2, attempt);
            return asked > TimeSpan.FromSeconds(1) ? asked : TimeSpan.FromSeconds(1);
        }

        return TimeSpan.FromSeconds(Math.Min(16, Math.Pow(2, attempt)));
    }
}

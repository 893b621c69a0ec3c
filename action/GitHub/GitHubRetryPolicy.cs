using System.Globalization;
using Polly;
using Polly.Retry;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>How long faults of GitHub are retried.</summary>
/// <param name="time">The clock.</param>
/// <param name="budget">How long one request may take with all its attempts; zero for one attempt.</param>
internal sealed class GitHubRetryPolicy(TimeProvider time, TimeSpan budget)
{
    /// <summary>For a run of the action.</summary>
    public static TimeSpan DefaultBudget { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Sends until there is a usable answer, or the budget of this request is used up.</summary>
    /// <param name="send">Sends once.</param>
    /// <param name="isRepeatable">Whether sending twice has the same effect as sending once. A rate limit is always waited for.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="GitHubException">There was no answer, or a rate limit that outlasts the budget.</exception>
    public async Task<HttpResponseMessage> SendAsync(Func<CancellationToken, Task<HttpResponseMessage>> send, bool isRepeatable,
        CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 8,
                ShouldHandle = args => ValueTask.FromResult(
                    MayPass(args.Outcome, isRepeatable) && time.GetElapsedTime(start) + Pause(args.Outcome.Result, args.AttemptNumber) <= budget),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(Pause(args.Outcome.Result, args.AttemptNumber)),
            })
            .Build();
        var response = await pipeline.ExecuteAsync(async token => await send(token), cancellationToken);
        if (!GitHubRateLimit.IsIn(response))
            return response;
        response.Dispose();
        throw new GitHubException(GitHubRules.RateLimited,
            string.Create(CultureInfo.InvariantCulture, $"GitHub's rate limit is still in force after {budget.TotalMinutes:0} minutes. "
                + $"Run the job again later."));
    }

    private static bool MayPass(Outcome<HttpResponseMessage> outcome, bool isRepeatable) => outcome switch
    {
        { Exception: GitHubException { MayHaveLanded: true } } => isRepeatable,
        { Result: { } response } when GitHubRateLimit.IsIn(response) => true,
        { Result: { } response } => isRepeatable && (int)response.StatusCode >= 500,
        _ => false,
    };

    private TimeSpan Pause(HttpResponseMessage? response, int attempt)
    {
        if (response is null || !GitHubRateLimit.IsIn(response))
            return TimeSpan.FromSeconds(Math.Min(16, Math.Pow(2, attempt)));
        var wait = GitHubRateLimit.WaitOf(response, attempt, time.GetUtcNow());
        return wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);
    }
}

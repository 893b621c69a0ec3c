namespace Ideogram.Build.Emulator.GitHub;

/// <summary>A rate limit that answers the next requests on GitHub's side.</summary>
/// <param name="Requests">How many requests it answers.</param>
/// <param name="Secondary">The secondary limit instead of the primary one (<c>x-ratelimit-remaining: 0</c>).</param>
/// <param name="Status">403 or 429: GitHub uses both.</param>
/// <param name="RetryAfterSeconds">The <c>Retry-After</c> header; null: none, as happens for both limits.</param>
/// <param name="ResetSeconds">How far <c>x-ratelimit-reset</c> lies ahead.</param>
public sealed record GitHubRateLimit(int Requests, bool Secondary = false, int Status = 403, int? RetryAfterSeconds = null, int ResetSeconds = 60);

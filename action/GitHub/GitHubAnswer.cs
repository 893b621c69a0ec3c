using System.Globalization;
using System.Net;
using System.Text;

namespace Ideogram.Build.Action.GitHub;

/// <summary>One answer of GitHub's, read to its end.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, bounded in size.</param>
internal sealed record GitHubAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>How long GitHub asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>When the primary limit is lifted, if this answer says that it is used up.</summary>
    public DateTimeOffset? LimitReset { get; init; }

    /// <summary>Where a redirect leads.</summary>
    public Uri? Location { get; init; }

    /// <summary>What a classic token may do, as <c>X-OAuth-Scopes</c> says; null for tokens of other kinds, of which GitHub does not tell.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public bool IsRedirect => Status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    public bool IsServerTrouble => (int)Status >= 500;

    /// <summary>403 stands for a rate limit and for a missing permission: headers or the words tell them apart.</summary>
    public bool IsRateLimit => Status == HttpStatusCode.TooManyRequests
        || (Status == HttpStatusCode.Forbidden && (RetryAfter is not null || LimitReset is not null || SpeaksOfRateLimit));

    private bool SpeaksOfRateLimit => Encoding.UTF8.GetString(Body.Span).Contains("rate limit", StringComparison.OrdinalIgnoreCase);

    public static GitHubAnswer Of(HttpResponseMessage response, ReadOnlyMemory<byte> body, DateTimeOffset now) => new(response.StatusCode, body)
    {
        RetryAfter = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null,
        LimitReset = Header(response, "x-ratelimit-remaining") == "0" && long.TryParse(Header(response, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null,
        Location = response.Headers.Location,
        Scopes = Header(response, "x-oauth-scopes")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}

using System.Globalization;
using System.Net;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>Distinguishes a rate limit, primary or secondary, from a missing permission, and says how long it lasts.</summary>
internal static class GitHubRateLimit
{
    // A secondary limit may come without a header; GitHub's documentation requires at least a minute then.
    private static readonly TimeSpan UnsaidLimit = TimeSpan.FromSeconds(60);

    /// <summary>403 means both: headers or the text distinguish them.</summary>
    public static bool IsIn(HttpResponseMessage response) => response.StatusCode == HttpStatusCode.TooManyRequests
        || (response.StatusCode == HttpStatusCode.Forbidden && (response.Headers.RetryAfter is not null || ResetOf(response) is not null
            || SpeaksOfIt(response.Content)));

    /// <summary>How long GitHub requires its client to wait.</summary>
    public static TimeSpan WaitOf(HttpResponseMessage response, int attempt, DateTimeOffset now) =>
        response.Headers.RetryAfter?.Delta ?? response.Headers.RetryAfter?.Date - now ?? ResetOf(response) - now ?? UnsaidLimit * Math.Pow(2, attempt);

    // The handler has read the body to its end, so that it can be read again.
    private static bool SpeaksOfIt(HttpContent content)
    {
        var body = content.ReadAsStream();
        body.Position = 0;
        using var text = new StreamReader(body, leaveOpen: true);
        return text.ReadToEnd().Contains("rate limit", StringComparison.OrdinalIgnoreCase);
    }

    // When the primary limit ends, if this answer says that it is used up.
    private static DateTimeOffset? ResetOf(HttpResponseMessage response) =>
        Header(response, "x-ratelimit-remaining") == "0"
        && long.TryParse(Header(response, "x-ratelimit-reset"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault()
        : null;
}

using System.Globalization;
using System.Text;

namespace Ideogram.Build.Emulator.GitHub;

/// <summary>GitHub's door: a User-Agent, a token, the rate limits. Everything below <c>/api/v3</c> requires a token, as on a server in private mode.</summary>
internal sealed class GitHubAuthenticationMiddleware(GitHubState state, TimeProvider clock)
{
    private const int HourlyLimit = 5000;
    private readonly Lock _lock = new();
    private readonly DateTimeOffset _reset = clock.GetUtcNow().AddHours(1);
    private GitHubRateLimit? _limit;
    private int _limited;
    private int _used;

    public void Limit(GitHubRateLimit limit)
    {
        lock (_lock)
            (_limit, _limited) = (limit, limit.Requests);
    }

    public async Task EnterAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Request.Headers;
        if (headers.UserAgent.Count == 0)
        {
            await context.RefuseGitHubAsync(StatusCodes.Status403Forbidden, "Request forbidden by administrative rules. "
                + "Please make sure your request has a User-Agent header");
            return;
        }

        if (headers.Authorization.Count == 0)
        {
            await context.RefuseGitHubAsync(StatusCodes.Status401Unauthorized, "Requires authentication");
            return;
        }

        if (TokenOf(headers.Authorization.ToString()) is not { } value || state.Token(value) is not { } token)
        {
            await context.RefuseGitHubAsync(StatusCodes.Status401Unauthorized, "Bad credentials");
            return;
        }

        context.Features.Set(token);
        if (token.Scopes is not null)
            context.Response.Headers["x-oauth-scopes"] = token.Scopes;
        var limit = NextLimit();
        WriteLimits(context.Response, limit);
        if (limit is not null)
            await RefuseAsync(context, limit);
        else
            await next(context);
    }

    /// <summary>Answers 403 for a token that may not write; false: the caller is done.</summary>
    public static async Task<bool> MayWriteAsync(HttpContext context)
    {
        if (Caller(context).CanWrite)
            return true;

        await context.RefuseGitHubAsync(StatusCodes.Status403Forbidden, "Resource not accessible by integration");
        return false;
    }

    public static GitHubToken Caller(HttpContext context) => context.Features.Get<GitHubToken>()
        ?? throw new InvalidOperationException("No token was checked.");

    /// <summary>The limits as <c>GET /rate_limit</c> shows them.</summary>
    public (int Limit, int Used, int Remaining, long Reset) Limits() => (HourlyLimit, _used, Math.Max(0, HourlyLimit - _used), _reset.ToUnixTimeSeconds());

    private static string? TokenOf(string header)
    {
        var space = header.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0)
            return null;

        var value = header[(space + 1)..].Trim();
        return header[..space].ToUpperInvariant() switch
        {
            "BEARER" or "TOKEN" => value,
            "BASIC" => PasswordOf(value),
            _ => null,
        };
    }

    private static string? PasswordOf(string basic)
    {
        var bytes = new byte[basic.Length];
        if (!Convert.TryFromBase64String(basic, bytes, out var length))
            return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private GitHubRateLimit? NextLimit()
    {
        lock (_lock)
        {
            _used++;
            return _limited > 0 && _limited-- > 0 ? _limit : null;
        }
    }

    private void WriteLimits(HttpResponse response, GitHubRateLimit? limit)
    {
        var (most, used, remaining, reset) = Limits();
        if (limit is { Secondary: false })
            (used, remaining, reset) = (most, 0, clock.GetUtcNow().AddSeconds(limit.ResetSeconds).ToUnixTimeSeconds());

        response.Headers["x-ratelimit-limit"] = most.ToString(CultureInfo.InvariantCulture);
        response.Headers["x-ratelimit-remaining"] = remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers["x-ratelimit-used"] = used.ToString(CultureInfo.InvariantCulture);
        response.Headers["x-ratelimit-reset"] = reset.ToString(CultureInfo.InvariantCulture);
        response.Headers["x-ratelimit-resource"] = "core";
    }

    private static Task RefuseAsync(HttpContext context, GitHubRateLimit limit)
    {
        if (limit.RetryAfterSeconds is { } seconds)
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

        return context.RefuseGitHubAsync(limit.Status, limit.Secondary
            ? "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
            : "API rate limit exceeded for installation.");
    }
}

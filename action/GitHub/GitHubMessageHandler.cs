using System.Net;
using System.Net.Http.Headers;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>
/// What Octokit does not do itself. Requests, and with them the token, go to the configured server only; each attempt has a deadline and each answer a size
/// limit; rate limits and temporary faults are retried; a cancelled call ends at once.
/// </summary>
internal sealed class GitHubMessageHandler : DelegatingHandler
{
    private const int MaxAnswerBytes = 64 * 1024 * 1024;
    private const int MaxRedirects = 3;
    private static readonly TimeSpan TryTimeout = TimeSpan.FromSeconds(60);

    private readonly AsyncLocal<CancellationToken> _cancellation = new();
    private readonly Uri _api;
    private readonly GitHubRetryPolicy _retries;
    private readonly CertificateCheck _certificates;

    /// <summary>Sends requests to one GitHub server.</summary>
    /// <param name="api">The API's address; nothing is sent to another server.</param>
    /// <param name="retries">How long faults are retried.</param>
#pragma warning disable CA2000 // The handler owns the one below it and disposes it.
    public GitHubMessageHandler(Uri api, GitHubRetryPolicy retries)
        : this(api, retries, new CertificateCheck())
    {
    }

    private GitHubMessageHandler(Uri api, GitHubRetryPolicy retries, CertificateCheck certificates)
        : base(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            SslOptions = certificates.Options,
        })
#pragma warning restore CA2000
    {
        _certificates = certificates;
        _api = api;
        _retries = retries;
    }

    /// <summary>Binds the requests of this call, and of no other, to a token: most of Octokit's methods take none.</summary>
    public CancellationToken Cancellation
    {
        set => _cancellation.Value = value;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _cancellation.Value);
        request.Headers.Add("X-GitHub-Api-Version", "2022-11-28");
        // Octokit sends a PATCH as a form by its header, and as JSON by its body.
        if (request.Content is { } content)
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return await _retries.SendAsync(token => TryAsync(request, token), isRepeatable: request.Method != HttpMethod.Post, either.Token);
    }

    private async Task<HttpResponseMessage> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(TryTimeout);
        try
        {
            return await FollowAsync(request, deadline.Token);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw Unreachable($"GitHub at {_api.Authority} answered with more than {MaxAnswerBytes / 1024 / 1024} MB.", mayHaveLanded: false);
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError && _certificates.Problem is { } problem)
        {
            throw new GitHubException(GitHubRules.Unreachable, $"GitHub at {_api.Authority} could not be reached: {problem}. {CertificateCheck.Advice}");
        }
        catch (HttpRequestException e)
        {
            throw Unreachable($"GitHub at {_api.Authority} could not be reached: {e.Message}.", mayHaveLanded: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable($"GitHub at {_api.Authority} could not be reached: no answer within {TryTimeout.TotalSeconds:0} seconds.", mayHaveLanded: true);
        }
    }

    // A renamed repository answers with a redirect, to reading and writing alike; GitHub requires the same request again.
    private async Task<HttpResponseMessage> FollowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var hop = 0; ; hop++)
        {
            RequireServer(request.RequestUri!);
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(MaxAnswerBytes, cancellationToken);
            // Pages are counted. Octokit would read this header, and fail on one that it does not understand.
            response.Headers.Remove("Link");
            if (RedirectOf(response, request.RequestUri!) is not { } target)
                return response;
            response.Dispose();
            if (hop == MaxRedirects)
                throw Unreachable($"GitHub at {_api.Authority} redirects more than {MaxRedirects} times.", mayHaveLanded: false);
            request.RequestUri = target;
        }
    }

    private static Uri? RedirectOf(HttpResponseMessage response, Uri from) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        // As text: on Unix a path alone is read as the address of a file.
        && response.Headers.TryGetValues("Location", out var locations) && Uri.TryCreate(from, locations.First(), out var target)
            ? target
            : null;

    private void RequireServer(Uri address)
    {
        if (address.UserInfo.Length > 0
            || Uri.Compare(address, _api, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
            throw Unreachable($"GitHub at {_api.Authority} points to another server, "
                + $"{address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}. Nothing was sent there.", mayHaveLanded: false);
    }

    private static GitHubException Unreachable(string what, bool mayHaveLanded) =>
        new(GitHubRules.Unreachable, $"{what} Run the job again; if it persists, look at GITHUB_API_URL.") { MayHaveLanded = mayHaveLanded };
}

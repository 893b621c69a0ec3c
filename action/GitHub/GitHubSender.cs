using System.Net.Http.Headers;
using System.Text.Json;

namespace Ideogram.Build.Action.GitHub;

/// <summary>Sends requests to one GitHub server, with the token, and to no other.</summary>
internal sealed class GitHubSender : IDisposable
{
    private const int LargestAnswer = 64 * 1024 * 1024;
    private const int MostRedirects = 3;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly HttpClient _http;
    private readonly GitHubPatience _patience;
    private readonly TimeProvider _time;
    private readonly Uri _api;

    public GitHubSender(Uri api, string? token, TimeProvider time)
    {
        _api = api;
        _time = time;
        _patience = new GitHubPatience(time);
#pragma warning disable CA2000 // The client owns its handler and disposes it.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = System.Net.DecompressionMethods.GZip }, disposeHandler: true)
#pragma warning restore CA2000
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LargestAnswer,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("ideogram-build", null));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.github+json"));
        _http.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
        if (!string.IsNullOrEmpty(token))
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Sends a request and returns the answer, whatever its status; rate limits and passing trouble are waited out first.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">Path and query below the API's address, without a slash at the start.</param>
    /// <param name="body">The text of a comment, where one is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<GitHubAnswer> SendAsync(HttpMethod method, string path, GitHubWire.CommentText? body, CancellationToken cancellationToken) =>
        _patience.SendAsync(token => FollowAsync(method, new Uri($"{_api.AbsoluteUri.TrimEnd('/')}/{path}"), body, token), isRepeatable: method != HttpMethod.Post, cancellationToken);

    /// <summary>Reads something once, whatever the answer: for somebody who would rather know than wait.</summary>
    /// <param name="path">Path and query below the API's address, without a slash at the start.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<GitHubAnswer> AskOnceAsync(string path, CancellationToken cancellationToken) =>
        FollowAsync(HttpMethod.Get, new Uri($"{_api.AbsoluteUri.TrimEnd('/')}/{path}"), null, cancellationToken);

    public void Dispose() => _http.Dispose();

    // A renamed repository answers with a redirect. It is followed on this server only: the token goes nowhere else.
    private async Task<GitHubAnswer> FollowAsync(HttpMethod method, Uri address, GitHubWire.CommentText? body, CancellationToken cancellationToken)
    {
        for (var hop = 0; ; hop++)
        {
            var answer = await OnceAsync(method, address, body, cancellationToken);
            if (!answer.IsRedirect || method != HttpMethod.Get || hop == MostRedirects || answer.Location is null)
                return answer;
            address = new Uri(address, answer.Location);
            if (Uri.Compare(address, _api, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
                return answer;
        }
    }

    private async Task<GitHubAnswer> OnceAsync(HttpMethod method, Uri address, GitHubWire.CommentText? body, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        try
        {
            using var request = new HttpRequestMessage(method, address);
            if (body is not null)
                request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, GitHubJson.Default.CommentText)) { Headers = { ContentType = new("application/json") } };
            using var response = await _http.SendAsync(request, timeout.Token);
            return GitHubAnswer.Of(response, await response.Content.ReadAsByteArrayAsync(timeout.Token), _time.GetUtcNow());
        }
        catch (HttpRequestException e)
        {
            throw Unanswered(e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unanswered($"no answer within {Timeout.TotalSeconds:0} seconds");
        }
    }

    private GitHubException Unanswered(string reason) =>
        new(GitHubRules.Unreachable, $"GitHub at {_api.Authority} could not be reached: {reason}. Run the job again; if it persists, look at GITHUB_API_URL.") { MayHaveLanded = true };
}

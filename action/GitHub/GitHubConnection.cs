using System.Net;
using System.Text.Json;
using Octokit;
using Octokit.Internal;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>Octokit's connection to one GitHub server, through <see cref="GitHubMessageHandler"/>, with failures as coded errors.</summary>
internal sealed class GitHubConnection : IDisposable
{
    private readonly GitHubMessageHandler _handler;
    private readonly HttpClientAdapter _http;
    private readonly Connection _octokit;

    /// <summary>Opens a connection to one GitHub server.</summary>
    /// <param name="api">The API's address, as in <c>GITHUB_API_URL</c>.</param>
    /// <param name="token">The token; null for none.</param>
    /// <param name="retries">How long faults are retried.</param>
    public GitHubConnection(Uri api, string? token, GitHubRetryPolicy retries)
    {
        _handler = new GitHubMessageHandler(api, retries);
        _http = new HttpClientAdapter(() => _handler);
        _octokit = new Connection(
            new ProductHeaderValue("ideogram-build"),
            // The slash keeps the path of an Enterprise Server's API.
            new Uri(api.AbsoluteUri.TrimEnd('/') + "/"),
            new InMemoryCredentialStore(string.IsNullOrEmpty(token) ? Credentials.Anonymous : new Credentials(token, AuthenticationType.Bearer)),
            _http,
            new GitHubJsonSerializer());
        // The handler gives each attempt a deadline.
        _octokit.SetRequestTimeout(Timeout.InfiniteTimeSpan);
    }

    /// <summary>Reads something.</summary>
    /// <param name="path">Path and query below the API's address, without a slash at the start.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public Task<IApiResponse<T>> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(() => _octokit.Get<T>(Address(path), parameters: null), $"read {path}", cancellationToken);

    public Task<IApiResponse<T>> PostAsync<T>(string path, object body, string what, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(() => _octokit.Post<T>(Address(path), body, accepts: null, "application/json", parameters: null, CancellationToken.None), what,
            cancellationToken);

    public Task<IApiResponse<T>> PatchAsync<T>(string path, object body, string what, CancellationToken cancellationToken)
        where T : class =>
        SendAsync(() => _octokit.Patch<T>(Address(path), body), what, cancellationToken);

    public Task DeleteAsync(string path, string what, CancellationToken cancellationToken) =>
        CallAsync(() => _octokit.Delete(Address(path)), what, cancellationToken);

    public void Dispose()
    {
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<IApiResponse<T>> SendAsync<T>(Func<Task<IApiResponse<T>>> call, string what, CancellationToken cancellationToken)
        where T : class
    {
        var response = await CallAsync(call, what, cancellationToken);
        return response.Body is not null ? response : throw GitHubErrors.NotJson();
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call, string what, CancellationToken cancellationToken)
    {
        _handler.Cancellation = cancellationToken;
        try
        {
            return await call();
        }
        catch (ApiException e)
        {
            throw GitHubErrors.From(e, what);
        }
        catch (JsonException)
        {
            throw GitHubErrors.NotJson();
        }
        catch (FormatException)
        {
            // The only header that a user writes.
            throw new GitHubException(GitHubRules.TokenRefused, "The token has characters that a token cannot have, such as a line break. "
                + "Give the input github-token a valid token.");
        }
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);
}

using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Emulator.Tests.Support;

/// <summary>GitHub's side with one repository, an open pull request 7, and a token of each kind.</summary>
internal sealed class GitHubStage : IAsyncDisposable
{
    public const string Name = "acme/brand";

    private GitHubStage(EmulatorFixture stage, SquashedBranch repository) => (EmulatorFixture, Repository) = (stage, repository);

    public EmulatorFixture EmulatorFixture { get; }

    public SquashedBranch Repository { get; }

    public EmulatorHost Host => EmulatorFixture.Host;

    public GitHubPullRequest PullRequest => new(7, "More", Repository.HeadSha, Repository.BaseSha) { HeadRef = "feature/more" };

    public static async Task<GitHubStage> OpenAsync(Func<EmulatorOptions, EmulatorOptions>? change = null)
    {
        var repository = new SquashedBranch();
        var stage = await EmulatorFixture.OpenAsync(options => (change ?? (same => same))(options with
        {
            Repositories = new Dictionary<string, string> { [Name] = repository.Path },
            Tokens = [new GitHubToken("writes"), new GitHubToken("reads", CanWrite: false), new GitHubToken("person", "ann", IsUser: true)],
        }));
        var gitHub = new GitHubStage(stage, repository);
        stage.Host.PutPullRequest(Name, gitHub.PullRequest);
        return gitHub;
    }

    /// <summary>Asks below the repository; a path that starts with two slashes is asked for below the root of the API.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? token = "writes")
    {
        var address = path.StartsWith("//", StringComparison.Ordinal) ? $"{Host.GitHubApi}{path[1..]}" : $"{Host.GitHubApi}/repos/{Name}{path}";
        using var request = new HttpRequestMessage(method, address);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await EmulatorFixture.Client.SendAsync(request, Support.EmulatorFixture.Cancelled);
    }

    /// <summary>The status of a read.</summary>
    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        return answer.StatusCode;
    }

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Support.EmulatorFixture.Cancelled))!;
    }

    public async Task<JsonNode> CommentAsync(string body)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/issues/7/comments", new { body });
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Support.EmulatorFixture.Cancelled))!;
    }

    public async ValueTask DisposeAsync()
    {
        await EmulatorFixture.DisposeAsync();
        Repository.Dispose();
    }
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ideogram.Build.Action.GitHub;

/// <summary>One repository through GitHub's REST API.</summary>
internal sealed class GitHubClient : IGitHub, IDisposable
{
    private const int PageSize = 100;
    private const int MostPages = 100;

    private readonly GitHubSender _sender;
    private readonly string _repository;

    /// <param name="api">The API's address, as in <c>GITHUB_API_URL</c>.</param>
    /// <param name="repository"><c>owner/name</c>.</param>
    /// <param name="token">The token; null asks as anybody.</param>
    /// <param name="time">The clock for pauses.</param>
    public GitHubClient(Uri api, string repository, string? token, TimeProvider time)
    {
        _sender = new GitHubSender(api, token, time);
        _repository = "repos/" + Escaped(repository);
    }

    public async Task<string?> TipAsync(string branch, CancellationToken cancellationToken) =>
        (await GetAsync($"{_repository}/git/ref/heads/{Escaped(branch)}", GitHubJson.Default.Ref, cancellationToken))?.Object?.Sha;

    public async Task<IReadOnlyList<string>?> ParentsAsync(string commit, CancellationToken cancellationToken) =>
        (await GetAsync($"{_repository}/git/commits/{Escaped(commit)}", GitHubJson.Default.Commit, cancellationToken))?.Parents?.Select(p => p.Sha).OfType<string>().ToList();

    public async Task<GitTree> TreeAsync(string commit, CancellationToken cancellationToken)
    {
        var tree = Found(await GetAsync($"{_repository}/git/trees/{Escaped(commit)}?recursive=1", GitHubJson.Default.Tree, cancellationToken), commit);
        var files = new Dictionary<string, GitFile>(StringComparer.Ordinal);
        foreach (var entry in tree.Entries ?? [])
        {
            if (entry is { Type: "blob", Mode: not "120000", Path: { } path, Sha: { } sha })
                files[path] = new GitFile(path, sha, entry.Size ?? 0);
        }

        return new GitTree(files, tree.Truncated);
    }

    public async Task<byte[]> BlobAsync(string sha, CancellationToken cancellationToken)
    {
        var blob = Found(await GetAsync($"{_repository}/git/blobs/{Escaped(sha)}", GitHubJson.Default.Blob, cancellationToken), sha);
        try
        {
            return Convert.FromBase64String(blob.Content ?? "");
        }
        catch (FormatException)
        {
            throw Unexpected($"the file {sha} is not base64");
        }
    }

    public async Task<IReadOnlyList<PullRequest>> PullRequestsOfAsync(string commit, CancellationToken cancellationToken) =>
        Pulls(await PagesAsync($"{_repository}/commits/{Escaped(commit)}/pulls?", GitHubJson.Default.IReadOnlyListPull, cancellationToken));

    public async Task<PullRequest?> PullRequestAsync(int number, CancellationToken cancellationToken) =>
        await GetAsync($"{_repository}/pulls/{Number(number)}", GitHubJson.Default.Pull, cancellationToken) is { } pull ? Pulls([pull]).FirstOrDefault() : null;

    public async Task<IReadOnlyList<PullRequest>> OpenPullRequestsAsync(string headOwner, string headBranch, CancellationToken cancellationToken) =>
        Pulls(await PagesAsync($"{_repository}/pulls?state=open&head={Uri.EscapeDataString($"{headOwner}:{headBranch}")}&", GitHubJson.Default.IReadOnlyListPull, cancellationToken));

    public async Task<IReadOnlyList<PullRequest>> LastClosedAsync(string baseBranch, CancellationToken cancellationToken) =>
        Pulls(await GetAsync(
            $"{_repository}/pulls?state=closed&base={Uri.EscapeDataString(baseBranch)}&sort=updated&direction=desc&per_page=30",
            GitHubJson.Default.IReadOnlyListPull,
            cancellationToken) ?? []);

    public async Task<IReadOnlyList<Comment>> CommentsAsync(int number, CancellationToken cancellationToken) =>
        [.. (await PagesAsync($"{_repository}/issues/{Number(number)}/comments?", GitHubJson.Default.IReadOnlyListIssueComment, cancellationToken)).Select(Spoken)];

    public async Task<Comment> CreateCommentAsync(int number, string body, CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(HttpMethod.Post, $"{_repository}/issues/{Number(number)}/comments", new(body), cancellationToken);
        return Spoken(Read(Done(answer, "comment on the pull request"), GitHubJson.Default.IssueComment));
    }

    public async Task<Comment?> UpdateCommentAsync(long id, string body, CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(HttpMethod.Patch, $"{_repository}/issues/comments/{Number(id)}", new(body), cancellationToken);
        return answer.Status == HttpStatusCode.NotFound ? null : Spoken(Read(Done(answer, "update its comment"), GitHubJson.Default.IssueComment));
    }

    public async Task DeleteCommentAsync(long id, CancellationToken cancellationToken)
    {
        var answer = await _sender.SendAsync(HttpMethod.Delete, $"{_repository}/issues/comments/{Number(id)}", null, cancellationToken);
        if (answer.Status != HttpStatusCode.NotFound)
            Done(answer, "delete its second comment");
    }

    public void Dispose() => _sender.Dispose();

    // Pages are counted instead of following the Link header: the answer to one page cannot send the token elsewhere.
    private async Task<IReadOnlyList<T>> PagesAsync<T>(string path, JsonTypeInfo<IReadOnlyList<T>> type, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        for (var page = 1; page <= MostPages; page++)
        {
            var items = await GetAsync($"{path}per_page={PageSize}&page={Number(page)}", type, cancellationToken) ?? [];
            all.AddRange(items);
            if (items.Count < PageSize)
                break;
        }

        return all;
    }

    private async Task<T?> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await _sender.SendAsync(HttpMethod.Get, path, null, cancellationToken);
        return answer.Status is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict ? null : Read(Done(answer, $"read {path}"), type);
    }

    private static GitHubAnswer Done(GitHubAnswer answer, string what) => answer switch
    {
        { IsSuccess: true } => answer,
        { Status: HttpStatusCode.Unauthorized } =>
            throw new GitHubException(GitHubRules.TokenRefused, $"GitHub refused the token (401) when asked to {what}. Give the input github-token a valid token."),
        { IsRateLimit: true } =>
            throw new GitHubException(GitHubRules.RateLimited, $"GitHub's rate limit was still in force after two minutes, when asked to {what}. Run the job again later."),
        { Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } =>
            throw new GitHubException(
                GitHubRules.MayNot,
                $"The token may not {what} ({(int)answer.Status}). Give the job `permissions: contents: read, pull-requests: write`; a fork's pull request never has it."),
        _ => throw Unexpected($"status {(int)answer.Status} when asked to {what}"),
    };

    private static T Read<T>(GitHubAnswer answer, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Body.Span, type) ?? throw Unexpected("null");
        }
        catch (JsonException)
        {
            throw Unexpected("something that is not the JSON it documents");
        }
    }

    private static List<PullRequest> Pulls(IReadOnlyList<GitHubWire.Pull> pulls) =>
    [
        .. from pull in pulls
           where pull is { Head.Sha: not null, Base: { Sha: not null, Ref: not null } }
           select new PullRequest(pull.Number, pull.Head!.Sha!, pull.Base!.Sha!, pull.Base.Ref!)
           {
               HeadRepository = pull.Head.Repo?.FullName,
               MergedAt = pull.MergedAt,
               MergeCommit = pull.MergeCommitSha,
               IsOpen = pull.State == "open",
           },
    ];

    private static Comment Spoken(GitHubWire.IssueComment comment) => new(comment.Id, comment.User?.Login, comment.Body ?? "", comment.HtmlUrl);

    private static T Found<T>(T? value, string what)
        where T : class =>
        value ?? throw new GitHubException(GitHubRules.MayNot, $"GitHub does not know {what} in this repository, or the token may not read it. Give the job `permissions: contents: read`.");

    private static GitHubException Unexpected(string what) => new(GitHubRules.Unreachable, $"GitHub answered {what}. Run the job again; look at githubstatus.com.");

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

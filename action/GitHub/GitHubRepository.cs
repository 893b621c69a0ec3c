using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Cli.Output;
using System.Globalization;
using System.Net;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>One repository through GitHub's REST API.</summary>
/// <param name="connection">The connection.</param>
/// <param name="name"><c>owner/name</c>.</param>
internal sealed class GitHubRepository(GitHubConnection connection, string name) : IGitHub
{
    private const int PageSize = 100;
    private const int MaxPages = 100;

    private readonly string _repository = "repos/" + Escaped(name);

    public async Task<RepositoryAccess> AccessAsync(CancellationToken cancellationToken)
    {
        var response = await connection.GetAsync<GitHubAnswers.Repository>(_repository, cancellationToken);
        var scopes = response.HttpResponse.Headers.FirstOrDefault(h => h.Key.Equals("x-oauth-scopes", StringComparison.OrdinalIgnoreCase)).Value;
        return new RepositoryAccess(response.Body.Private, response.Body.Archived,
            scopes?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    public async Task<string?> TipAsync(string branch, CancellationToken cancellationToken) =>
        (await FindAsync<GitHubAnswers.Ref>($"{_repository}/git/ref/heads/{Escaped(branch)}", cancellationToken))?.Object?.Sha;

    public async Task<IReadOnlyList<string>?> ParentsAsync(string commit, CancellationToken cancellationToken) =>
        (await FindAsync<GitHubAnswers.Commit>($"{_repository}/git/commits/{Escaped(commit)}", cancellationToken))?.Parents?.Select(p => p.Sha)
            .OfType<string>().ToList();

    public Task<GitTree> TreeAsync(string commit, CancellationToken cancellationToken) => TreeAsync(commit, "?recursive=1", cancellationToken);

    public Task<GitTree> TopAsync(string commitOrTree, CancellationToken cancellationToken) => TreeAsync(commitOrTree, "", cancellationToken);

    public async Task<byte[]> BlobAsync(string sha, CancellationToken cancellationToken)
    {
        var blob = await FindAsync<GitHubAnswers.Blob>($"{_repository}/git/blobs/{Escaped(sha)}", cancellationToken) ?? throw GitHubErrors.NotFound(sha);
        try
        {
            return Convert.FromBase64String(blob.Content ?? "");
        }
        catch (FormatException)
        {
            throw GitHubErrors.Unexpected($"the file {sha} in something that is not base64");
        }
    }

    public async Task<IReadOnlyList<PullRequest>> PullRequestsOfAsync(string commit, CancellationToken cancellationToken) =>
        Pulls(await PagesAsync<GitHubAnswers.Pull>($"{_repository}/commits/{Escaped(commit)}/pulls?", cancellationToken));

    public async Task<PullRequest?> PullRequestAsync(int number, CancellationToken cancellationToken) =>
        await FindAsync<GitHubAnswers.Pull>($"{_repository}/pulls/{Number(number)}", cancellationToken) is { } pull ? Pulls([pull]).FirstOrDefault() : null;

    public async Task<IReadOnlyList<PullRequest>> OpenPullRequestsAsync(string headOwner, string headBranch, CancellationToken cancellationToken) =>
        Pulls(await PagesAsync<GitHubAnswers.Pull>($"{_repository}/pulls?state=open&head={Uri.EscapeDataString($"{headOwner}:{headBranch}")}&",
            cancellationToken));

    public async Task<IReadOnlyList<PullRequest>> LastClosedAsync(string baseBranch, CancellationToken cancellationToken) =>
        Pulls(await FindAsync<IReadOnlyList<GitHubAnswers.Pull>>(
            $"{_repository}/pulls?state=closed&base={Uri.EscapeDataString(baseBranch)}&sort=updated&direction=desc&per_page=30", cancellationToken) ?? []);

    public async Task<IReadOnlyList<Comment>> CommentsAsync(int number, CancellationToken cancellationToken) =>
        [.. (await PagesAsync<GitHubAnswers.IssueComment>($"{_repository}/issues/{Number(number)}/comments?", cancellationToken)).Select(CommentOf)];

    public async Task<Comment> CreateCommentAsync(int number, string body, CancellationToken cancellationToken) =>
        CommentOf((await connection.PostAsync<GitHubAnswers.IssueComment>(
            $"{_repository}/issues/{Number(number)}/comments", new GitHubAnswers.CommentText(body), "comment on the pull request", cancellationToken)).Body);

    public async Task<Comment?> UpdateCommentAsync(long id, string body, CancellationToken cancellationToken)
    {
        try
        {
            return CommentOf((await connection.PatchAsync<GitHubAnswers.IssueComment>(
                $"{_repository}/issues/comments/{Number(id)}", new GitHubAnswers.CommentText(body), "update its comment", cancellationToken)).Body);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    public async Task DeleteCommentAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            await connection.DeleteAsync($"{_repository}/issues/comments/{Number(id)}", "delete its second comment", cancellationToken);
        }
        catch (GitHubException e) when (e.Status == HttpStatusCode.NotFound)
        {
            // It was deleted already.
        }
    }

    // Pages are counted instead of following the Link header: the answer to one page cannot send the token elsewhere.
    private async Task<IReadOnlyList<T>> PagesAsync<T>(string path, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        for (var page = 1; page <= MaxPages; page++)
        {
            var items = await FindAsync<IReadOnlyList<T>>($"{path}per_page={Number(PageSize)}&page={Number(page)}", cancellationToken) ?? [];
            all.AddRange(items);
            if (items.Count < PageSize)
                break;
        }

        return all;
    }

    // GitHub has three ways to say "not found": 404, 409 for an empty repository, 422 for an unknown commit.
    private async Task<T?> FindAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return (await connection.GetAsync<T>(path, cancellationToken)).Body;
        }
        catch (GitHubException e) when (e.Status is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity)
        {
            return null;
        }
    }

    private async Task<GitTree> TreeAsync(string name, string query, CancellationToken cancellationToken)
    {
        var tree = await FindAsync<GitHubAnswers.Tree>($"{_repository}/git/trees/{Escaped(name)}{query}", cancellationToken)
            ?? throw GitHubErrors.NotFound(name);
        var (files, folders, submodules) = (new Dictionary<string, GitFile>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal),
            new List<string>());
        foreach (var entry in tree.Entries ?? [])
        {
            if (entry is { Type: "blob", Mode: not "120000", Path: { } path, Sha: { } sha })
                files[path] = new GitFile(path, sha, entry.Size ?? 0);
            else if (entry is { Type: "tree", Path: { } folder, Sha: { } own })
                folders[folder] = own;
            else if (entry is { Type: "commit", Path: { } submodule })
                submodules.Add(submodule);
        }

        return new GitTree(files, tree.Truncated) { Folders = folders, Submodules = submodules };
    }

    private static List<PullRequest> Pulls(IReadOnlyList<GitHubAnswers.Pull> pulls) =>
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

    private static Comment CommentOf(GitHubAnswers.IssueComment comment) =>
        new(comment.Id, comment.User?.Login, comment.Body ?? "", Uri.TryCreate(comment.HtmlUrl, UriKind.Absolute, out var page) ? page : null);

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

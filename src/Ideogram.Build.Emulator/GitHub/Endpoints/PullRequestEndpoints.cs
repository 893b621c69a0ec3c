using Ideogram.Build.Emulator.GitHub.Git;
using Ideogram.Build.Emulator.GitHub.Shapes;

namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>Pull requests: of a commit, one, a list, and a one's files.</summary>
internal sealed class PullRequestEndpoints(GitHubState state)
{
    private const int MaxFiles = 3000;

    public void Map(GitHubRoutes routes)
    {
        routes.Get("/commits/{sha}/pulls", "commit-pulls", call => OfCommitAsync(call, call.Value("sha")));
        routes.Get("/pulls", "pulls", ListAsync);
        routes.Get("/pulls/{number}", "pull", GetAsync);
        routes.Get("/pulls/{number}/files", "pull-files", FilesAsync);
    }

    /// <summary>
    /// The merged pull requests of a commit of the default branch; of another commit or a branch, the open ones too. Source: GitHub's reference.
    /// </summary>
    public async Task OfCommitAsync(GitHubCall call, string reference)
    {
        if (await call.CommitAsync(reference) is not { } sha)
        {
            await call.Context.RefuseGitHubAsync(StatusCodes.Status422UnprocessableEntity, $"No commit found for SHA: {reference}");
            return;
        }

        var defaultBranch = await call.DefaultBranchAsync();
        var introduced = await call.Git.BranchTipAsync(defaultBranch, call.Cancelled) is { } tip && await call.Git.IsAncestorAsync(sha, tip, call.Cancelled);
        var pulls = state.IndexLags() ? [] : call.Repository.PullRequests
            .Where(pull => pull.Holds(sha) && (pull.Request.MergedAt is not null || (!introduced && pull.Request.State == "open")))
            .ToList();
        await AnswerPageAsync(call, pulls, defaultBranch);
    }

    private static async Task ListAsync(GitHubCall call)
    {
        var query = call.Context.Request.Query;
        var (wanted, head, target) = (query["state"].ToString(), query["head"].ToString(), query["base"].ToString());
        var pulls = call.Repository.PullRequests
            .Where(pull => wanted == "all" || pull.Request.State == (wanted.Length == 0 ? "open" : wanted))
            .Where(pull => head.Length == 0 || head == $"{OwnerOf(pull.Request.HeadRepository ?? call.FullName)}:{pull.Request.HeadRef}")
            .Where(pull => target.Length == 0 || target == pull.Request.BaseRef);
        IEnumerable<PullRequestRecord> ordered = query["sort"] == "updated" ? pulls.OrderBy(pull => pull.UpdatedAt)
            : pulls.OrderBy(pull => pull.Request.Number);
        await AnswerPageAsync(call, [.. query["direction"] == "asc" ? ordered : ordered.Reverse()], await call.DefaultBranchAsync());
    }

    private static async Task GetAsync(GitHubCall call)
    {
        if (call.PullRequest("number") is not { } pull)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        var (from, changes) = await ChangesAsync(call, pull.Request);
        var commits = from is null ? 0 : await call.Git.CountAsync(from, pull.Request.HeadSha, call.Cancelled);
        var shape = PullRequestShape.Create(pull, call.FullName, await call.DefaultBranchAsync(), call.Links);
        PullRequestShape.AddDetails(shape, pull.Request, call.Repository.Comments(pull.Request.Number).Count, commits, changes, call.Links);
        await call.Context.AnswerAsync(shape);
    }

    private static async Task FilesAsync(GitHubCall call)
    {
        if (call.PullRequest("number") is not { } pull)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        var (_, changes) = await ChangesAsync(call, pull.Request);
        var page = GitHubPage.FromRequest(call.Context.Request).Cut([.. changes.Take(MaxFiles)], call.Context);
        await call.Context.AnswerAsync(page.Select(change => ChangeShape.Create(change, pull.Request.HeadSha, call.FullName, call.Links)));
    }

    /// <summary>What the head changed since it left the base, and that point; nothing when either commit is unknown.</summary>
    private static async Task<(string? From, IReadOnlyList<GitChange> Changes)> ChangesAsync(GitHubCall call, GitHubPullRequest request) =>
        await call.CommitAsync(request.HeadSha) is { } head
        && await call.CommitAsync(request.BaseSha) is { } target
        && await call.Git.MergeBaseAsync(target, head, call.Cancelled) is { } from
            ? (from, await call.Git.ChangesAsync(from, head, call.Cancelled))
            : (null, []);

    private static Task AnswerPageAsync(GitHubCall call, IReadOnlyList<PullRequestRecord> pulls, string defaultBranch) =>
        call.Context.AnswerAsync(GitHubPage.FromRequest(call.Context.Request).Cut(pulls, call.Context)
            .Select(pull => PullRequestShape.Create(pull, call.FullName, defaultBranch, call.Links)));

    private static string OwnerOf(string fullName) => fullName[..fullName.IndexOf('/', StringComparison.Ordinal)];
}

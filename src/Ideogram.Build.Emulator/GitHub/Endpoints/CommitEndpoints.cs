using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub.Git;
using Ideogram.Build.Emulator.GitHub.Shapes;

namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>Commits, branches, references and comparisons.</summary>
internal sealed class CommitEndpoints(PullRequestEndpoints pulls)
{
    private const string Pulls = "/pulls";

    public void Map(GitHubRoutes routes)
    {
        routes.Get("/commits", "commits", ListAsync);
        routes.Get("/commits/{**ref}", "commit", GetAsync);
        routes.Get("/git/commits/{sha}", "git-commit", GetPlainAsync);
        routes.Get("/git/ref/{**ref}", "ref", RefAsync);
        routes.Get("/branches/{**branch}", "branch", BranchAsync);
        routes.Get("/compare/{**basehead}", "compare", CompareAsync);
    }

    private static async Task ListAsync(GitHubCall call)
    {
        var query = call.Context.Request.Query;
        var from = query["sha"].ToString() is { Length: > 0 } sha ? sha : await call.DefaultBranchAsync();
        if (await call.CommitAsync(from) is not { } start)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        string[] path = query["path"].ToString() is { Length: > 0 } below ? ["--", below] : [];
        var commits = await call.Git.LogAsync([start, .. path], call.Cancelled);
        await call.Context.AnswerAsync(GitHubPage.FromRequest(call.Context.Request).Cut(commits, call.Context)
            .Select(commit => CommitShape.Create(commit, call.FullName, call.Links)));
    }

    private async Task GetAsync(GitHubCall call)
    {
        var reference = call.Value("ref");
        if (reference.EndsWith(Pulls, StringComparison.Ordinal))
        {
            await pulls.OfCommitAsync(call, reference[..^Pulls.Length]);
            return;
        }

        if (await call.CommitAsync(reference) is not { } sha || await call.Git.CommitAsync(sha, call.Cancelled) is not { } commit)
        {
            await call.Context.RefuseGitHubAsync(StatusCodes.Status422UnprocessableEntity, $"No commit found for SHA: {reference}");
            return;
        }

        var changes = await call.Git.ChangesAsync(commit.Parents.Count > 0 ? commit.Parents[0] : GitRepository.EmptyTree, sha, call.Cancelled);
        var shape = CommitShape.Create(commit, call.FullName, call.Links);
        shape["stats"] = new JsonObject
        {
            ["additions"] = changes.Sum(change => change.Additions),
            ["deletions"] = changes.Sum(change => change.Deletions),
            ["total"] = changes.Sum(change => change.Additions + change.Deletions),
        };
        shape["files"] = Files(changes.Take(300), sha, call);
        await call.Context.AnswerAsync(shape);
    }

    private static async Task GetPlainAsync(GitHubCall call)
    {
        if (await call.CommitAsync(call.Value("sha")) is { } sha && await call.Git.CommitAsync(sha, call.Cancelled) is { } commit)
            await call.Context.AnswerAsync(CommitShape.Plain(commit, call.FullName, call.Links));
        else
            await call.Context.NotFoundAsync();
    }

    private static async Task RefAsync(GitHubCall call)
    {
        var reference = $"refs/{call.Value("ref")}";
        if (await call.CommitAsync(reference) is not { } sha)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        await call.Context.AnswerAsync(new JsonObject
        {
            ["ref"] = reference,
            ["node_id"] = Links.NodeId("REF", $"{call.FullName}:{reference}"),
            ["url"] = $"{call.Links.Repository(call.FullName)}/git/{reference}",
            ["object"] = new JsonObject { ["sha"] = sha, ["type"] = "commit", ["url"] = $"{call.Links.Repository(call.FullName)}/git/commits/{sha}" },
        });
    }

    private static async Task BranchAsync(GitHubCall call)
    {
        var branch = call.Value("branch");
        if (await call.Git.BranchTipAsync(branch, call.Cancelled) is not { } tip || await call.Git.CommitAsync(tip, call.Cancelled) is not { } commit)
        {
            await call.Context.RefuseGitHubAsync(StatusCodes.Status404NotFound, "Branch not found");
            return;
        }

        var api = $"{call.Links.Repository(call.FullName)}/branches/{branch}";
        await call.Context.AnswerAsync(new JsonObject
        {
            ["name"] = branch,
            ["commit"] = CommitShape.Create(commit, call.FullName, call.Links),
            ["_links"] = new JsonObject { ["self"] = api, ["html"] = $"{call.Links.Page(call.FullName)}/tree/{branch}" },
            ["protected"] = false,
            ["protection"] = new JsonObject { ["enabled"] = false },
            ["protection_url"] = $"{api}/protection",
        });
    }

    private static async Task CompareAsync(GitHubCall call)
    {
        var sides = call.Value("basehead").Split("...");
        if (sides.Length != 2
            || await call.CommitAsync(WithoutOwner(sides[0])) is not { } from
            || await call.CommitAsync(WithoutOwner(sides[1])) is not { } to
            || await call.Git.MergeBaseAsync(from, to, call.Cancelled) is not { } fork)
        {
            await call.Context.NotFoundAsync();
            return;
        }

        var (ahead, behind) = (await call.Git.CountAsync(from, to, call.Cancelled), await call.Git.CountAsync(to, from, call.Cancelled));
        var commits = await call.Git.LogAsync(["--reverse", $"{from}..{to}"], call.Cancelled);
        var query = call.Context.Request.Query;
        var paged = query.ContainsKey("page") || query.ContainsKey("per_page");
        var page = GitHubPage.FromRequest(call.Context.Request);
        var (api, html) = (call.Links.Repository(call.FullName), call.Links.Page(call.FullName));
        var changes = paged && page.Number > 1 ? [] : await call.Git.ChangesAsync(fork, to, call.Cancelled);
        await call.Context.AnswerAsync(new JsonObject
        {
            ["url"] = $"{api}/compare/{sides[0]}...{sides[1]}",
            ["html_url"] = $"{html}/compare/{sides[0]}...{sides[1]}",
            ["permalink_url"] = $"{html}/compare/{from}...{to}",
            ["diff_url"] = $"{html}/compare/{sides[0]}...{sides[1]}.diff",
            ["patch_url"] = $"{html}/compare/{sides[0]}...{sides[1]}.patch",
            ["base_commit"] = CommitShape.Create((await call.Git.CommitAsync(from, call.Cancelled))!, call.FullName, call.Links),
            ["merge_base_commit"] = CommitShape.Create((await call.Git.CommitAsync(fork, call.Cancelled))!, call.FullName, call.Links),
            ["status"] = (ahead, behind) switch { (0, 0) => "identical", (_, 0) => "ahead", (0, _) => "behind", _ => "diverged" },
            ["ahead_by"] = ahead,
            ["behind_by"] = behind,
            ["total_commits"] = ahead,
            ["commits"] = new JsonArray([.. (paged ? page.Cut(commits, call.Context) : commits.TakeLast(250))
                .Select(commit => CommitShape.Create(commit, call.FullName, call.Links))]),
            ["files"] = Files(changes.Take(300), to, call),
        });
    }

    private static JsonArray Files(IEnumerable<GitChange> changes, string sha, GitHubCall call) =>
        new([.. changes.Select(change => ChangeShape.Create(change, sha, call.FullName, call.Links))]);

    /// <summary>A fork's branch is written <c>owner:branch</c>.</summary>
    private static string WithoutOwner(string side) => side[(side.IndexOf(':', StringComparison.Ordinal) + 1)..];
}

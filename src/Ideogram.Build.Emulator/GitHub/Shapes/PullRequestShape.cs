using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.GitHub.Shapes;

/// <summary>A pull request, as lists show it; <see cref="AddDetails"/> adds what only the single one has.</summary>
internal static class PullRequestShape
{
    public static JsonObject Create(PullRequestRecord pull, string fullName, string defaultBranch, Links links)
    {
        var request = pull.Request;
        var api = $"{links.Repository(fullName)}/pulls/{request.Number}";
        var issue = $"{links.Repository(fullName)}/issues/{request.Number}";
        var page = $"{links.Page(fullName)}/pull/{request.Number}";
        var addresses = new Dictionary<string, string>
        {
            ["self"] = api,
            ["html"] = page,
            ["issue"] = issue,
            ["comments"] = $"{issue}/comments",
            ["review_comments"] = $"{api}/comments",
            ["review_comment"] = $"{links.Repository(fullName)}/pulls/comments{{/number}}",
            ["commits"] = $"{api}/commits",
            ["statuses"] = $"{links.Repository(fullName)}/statuses/{request.HeadSha}",
        };
        return new JsonObject
        {
            ["url"] = api,
            ["id"] = 2_500_000_000 + request.Number,
            ["node_id"] = Links.NodeId("PR", $"{fullName}#{request.Number}"),
            ["html_url"] = page,
            ["diff_url"] = $"{page}.diff",
            ["patch_url"] = $"{page}.patch",
            ["issue_url"] = issue,
            ["commits_url"] = addresses["commits"],
            ["review_comments_url"] = addresses["review_comments"],
            ["review_comment_url"] = addresses["review_comment"],
            ["comments_url"] = addresses["comments"],
            ["statuses_url"] = addresses["statuses"],
            ["number"] = request.Number,
            ["state"] = request.State,
            ["locked"] = false,
            ["title"] = request.Title,
            ["user"] = UserShape.Create(request.Author, links),
            ["body"] = request.Body,
            ["labels"] = new JsonArray(),
            ["milestone"] = null,
            ["active_lock_reason"] = null,
            ["created_at"] = Links.Time(pull.CreatedAt),
            ["updated_at"] = Links.Time(pull.UpdatedAt),
            ["closed_at"] = Links.Time(pull.ClosedAt),
            ["merged_at"] = Links.Time(request.MergedAt),
            ["merge_commit_sha"] = request.MergeCommitSha,
            ["assignee"] = null,
            ["assignees"] = new JsonArray(),
            ["requested_reviewers"] = new JsonArray(),
            ["requested_teams"] = new JsonArray(),
            ["head"] = Branch(request.HeadRepository ?? fullName, request.HeadRef, request.HeadSha, defaultBranch, request.HeadRepository is not null, links),
            ["base"] = Branch(fullName, request.BaseRef, request.BaseSha, defaultBranch, fork: false, links),
            ["_links"] = new JsonObject(addresses.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)new JsonObject { ["href"] = pair.Value }))),
            ["author_association"] = request.HeadRepository is null ? "MEMBER" : "CONTRIBUTOR",
            ["auto_merge"] = null,
            ["draft"] = request.Draft,
        };
    }

    public static void AddDetails(JsonObject shape, GitHubPullRequest request, int comments, int commits, IReadOnlyList<Git.GitChange> changes, Links links)
    {
        shape["merged"] = request.MergedAt is not null;
        shape["mergeable"] = request.MergedAt is null ? true : null;
        shape["rebaseable"] = null;
        shape["mergeable_state"] = request.MergedAt is null ? "clean" : "unknown";
        shape["merged_by"] = request.MergedAt is null ? null : UserShape.Create(request.Author, links);
        shape["comments"] = comments;
        shape["review_comments"] = 0;
        shape["maintainer_can_modify"] = false;
        shape["commits"] = commits;
        shape["additions"] = changes.Sum(change => change.Additions);
        shape["deletions"] = changes.Sum(change => change.Deletions);
        shape["changed_files"] = changes.Count;
    }

    private static JsonObject Branch(string fullName, string name, string sha, string defaultBranch, bool fork, Links links)
    {
        var owner = fullName[..fullName.IndexOf('/', StringComparison.Ordinal)];
        return new JsonObject
        {
            ["label"] = $"{owner}:{name}",
            ["ref"] = name,
            ["sha"] = sha,
            ["user"] = UserShape.Create(owner, links),
            ["repo"] = RepositoryShape.Create(fullName, defaultBranch, fork, links),
        };
    }
}

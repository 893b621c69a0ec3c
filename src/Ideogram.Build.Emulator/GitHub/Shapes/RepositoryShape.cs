using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.GitHub.Shapes;

/// <summary>A repository, as GitHub shows it alone and inside pull requests.</summary>
internal static class RepositoryShape
{
    private const string Created = "2020-01-01T00:00:00Z";

    private static readonly (string Name, string Path)[] Below =
    [
        ("archive_url", "{archive_format}{/ref}"), ("assignees_url", "assignees{/user}"), ("blobs_url", "git/blobs{/sha}"),
            ("branches_url", "branches{/branch}"),
        ("collaborators_url", "collaborators{/collaborator}"), ("comments_url", "comments{/number}"), ("commits_url", "commits{/sha}"),
        ("compare_url", "compare/{base}...{head}"), ("contents_url", "contents/{+path}"), ("contributors_url", "contributors"),
            ("deployments_url", "deployments"),
        ("downloads_url", "downloads"), ("events_url", "events"), ("forks_url", "forks"), ("git_commits_url", "git/commits{/sha}"),
            ("git_refs_url", "git/refs{/sha}"),
        ("git_tags_url", "git/tags{/sha}"), ("hooks_url", "hooks"), ("issue_comment_url", "issues/comments{/number}"),
            ("issue_events_url", "issues/events{/number}"),
        ("issues_url", "issues{/number}"), ("keys_url", "keys{/key_id}"), ("labels_url", "labels{/name}"), ("languages_url", "languages"),
            ("merges_url", "merges"),
        ("milestones_url", "milestones{/number}"), ("notifications_url", "notifications{?since,all,participating}"), ("pulls_url", "pulls{/number}"),
        ("releases_url", "releases{/id}"), ("stargazers_url", "stargazers"), ("statuses_url", "statuses/{sha}"), ("subscribers_url", "subscribers"),
        ("subscription_url", "subscription"), ("tags_url", "tags"), ("teams_url", "teams"), ("trees_url", "git/trees{/sha}"),
    ];

    private static readonly string[] Counts =
        ["forks", "forks_count", "stargazers_count", "watchers_count", "watchers", "size", "open_issues", "open_issues_count", "subscribers_count",
            "network_count"];

    private static readonly string[] Features = ["has_issues", "has_projects", "has_wiki", "has_downloads"];

    private static readonly string[] Off = ["private", "archived", "disabled", "has_pages", "has_discussions"];

    public static JsonObject Create(string fullName, string defaultBranch, bool fork, Links links)
    {
        var slash = fullName.IndexOf('/', StringComparison.Ordinal);
        var (api, page) = (links.Repository(fullName), links.Page(fullName));
        var repository = new JsonObject
        {
            ["id"] = Links.IdOf(fullName),
            ["node_id"] = Links.NodeId("R", fullName),
            ["name"] = fullName[(slash + 1)..],
            ["full_name"] = fullName,
            ["owner"] = UserShape.Create(fullName[..slash], links),
            ["html_url"] = page,
            ["url"] = api,
            ["description"] = null,
            ["fork"] = fork,
            ["default_branch"] = defaultBranch,
            ["visibility"] = "public",
            ["clone_url"] = $"{page}.git",
            ["git_url"] = $"git://{new Uri(links.Server).Authority}/{fullName}.git",
            ["ssh_url"] = $"git@{new Uri(links.Server).Host}:{fullName}.git",
            ["svn_url"] = page,
            ["mirror_url"] = null,
            ["homepage"] = null,
            ["language"] = null,
            ["license"] = null,
            ["pushed_at"] = Created,
            ["created_at"] = Created,
            ["updated_at"] = Created,
        };
        foreach (var (name, path) in Below)
            repository[name] = $"{api}/{path}";
        foreach (var name in Counts)
            repository[name] = 0;
        foreach (var name in Features)
            repository[name] = true;
        foreach (var name in Off)
            repository[name] = false;
        return repository;
    }
}

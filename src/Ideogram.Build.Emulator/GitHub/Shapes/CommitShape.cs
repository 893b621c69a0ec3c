using System.Text.Json.Nodes;
using Ideogram.Build.Emulator.GitHub.Git;

namespace Ideogram.Build.Emulator.GitHub.Shapes;

/// <summary>A commit, as <c>commits</c> shows it and as <c>git/commits</c> does.</summary>
internal static class CommitShape
{
    public static JsonObject Create(GitCommit commit, string fullName, Links links)
    {
        var api = links.Repository(fullName);
        return new JsonObject
        {
            ["sha"] = commit.Sha,
            ["node_id"] = Links.NodeId("C", commit.Sha),
            ["url"] = $"{api}/commits/{commit.Sha}",
            ["html_url"] = $"{links.Page(fullName)}/commit/{commit.Sha}",
            ["comments_url"] = $"{api}/commits/{commit.Sha}/comments",
            ["commit"] = new JsonObject
            {
                ["url"] = $"{api}/git/commits/{commit.Sha}",
                ["author"] = Person(commit.Author),
                ["committer"] = Person(commit.Committer),
                ["message"] = commit.Message,
                ["comment_count"] = 0,
                ["tree"] = Tree(commit, api),
                ["verification"] = Unsigned(),
            },
            // GitHub knows no account for most addresses, and says null then.
            ["author"] = null,
            ["committer"] = null,
            ["parents"] = Parents(commit, fullName, links),
        };
    }

    /// <summary>The object that <c>git/commits</c> shows.</summary>
    public static JsonObject Plain(GitCommit commit, string fullName, Links links) => new()
    {
        ["sha"] = commit.Sha,
        ["node_id"] = Links.NodeId("C", commit.Sha),
        ["url"] = $"{links.Repository(fullName)}/git/commits/{commit.Sha}",
        ["html_url"] = $"{links.Page(fullName)}/commit/{commit.Sha}",
        ["author"] = Person(commit.Author),
        ["committer"] = Person(commit.Committer),
        ["message"] = commit.Message,
        ["tree"] = Tree(commit, links.Repository(fullName)),
        ["parents"] = Parents(commit, fullName, links),
        ["verification"] = Unsigned(),
    };

    private static JsonObject Person(GitPerson person) => new() { ["name"] = person.Name, ["email"] = person.Email, ["date"] = Links.Time(person.Date) };

    private static JsonObject Tree(GitCommit commit, string api) => new() { ["sha"] = commit.Tree, ["url"] = $"{api}/git/trees/{commit.Tree}" };

    private static JsonObject Unsigned() =>
        new() { ["verified"] = false, ["reason"] = "unsigned", ["signature"] = null, ["payload"] = null, ["verified_at"] = null };

    private static JsonArray Parents(GitCommit commit, string fullName, Links links) =>
        [.. commit.Parents.Select(sha => new JsonObject
        {
            ["sha"] = sha,
            ["url"] = $"{links.Repository(fullName)}/commits/{sha}",
            ["html_url"] = $"{links.Page(fullName)}/commit/{sha}",
        })];
}

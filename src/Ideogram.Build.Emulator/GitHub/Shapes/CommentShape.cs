using System.Text.Json.Nodes;

namespace Ideogram.Build.Emulator.GitHub.Shapes;

/// <summary>A comment on a pull request.</summary>
internal static class CommentShape
{
    public static JsonObject Create(GitHubComment comment, string fullName, Links links) => new()
    {
        ["url"] = $"{links.Repository(fullName)}/issues/comments/{comment.Id}",
        ["html_url"] = $"{links.Page(fullName)}/pull/{comment.Number}#issuecomment-{comment.Id}",
        ["issue_url"] = $"{links.Repository(fullName)}/issues/{comment.Number}",
        ["id"] = comment.Id,
        ["node_id"] = Links.NodeId("IC", $"{comment.Id}"),
        ["user"] = UserShape.Create(comment.Author, links),
        ["created_at"] = Links.Time(comment.CreatedAt),
        ["updated_at"] = Links.Time(comment.UpdatedAt),
        ["body"] = comment.Body,
        ["author_association"] = comment.Author.EndsWith("[bot]", StringComparison.Ordinal) ? "NONE" : "MEMBER",
        ["performed_via_github_app"] = null,
    };
}

using System.Text.Json.Serialization;

namespace Ideogram.Build.Action.GitHub;

/// <summary>GitHub's JSON, cut to what is read and written here.</summary>
internal static class GitHubWire
{
    internal sealed record Ref(GitObject? Object);

    internal sealed record GitObject(string? Sha);

    internal sealed record Commit(string? Sha, IReadOnlyList<GitObject>? Parents);

    internal sealed record Tree([property: JsonPropertyName("tree")] IReadOnlyList<TreeEntry>? Entries, bool Truncated);

    internal sealed record TreeEntry(string? Path, string? Mode, string? Type, string? Sha, long? Size);

    internal sealed record Blob(string? Content, string? Encoding);

    internal sealed record Pull(int Number, string? State, DateTimeOffset? MergedAt, string? MergeCommitSha, PullEnd? Head, PullEnd? Base);

    internal sealed record PullEnd(string? Sha, string? Ref, Repository? Repo);

    internal sealed record Repository(string? FullName);

    internal sealed record IssueComment(long Id, string? Body, User? User, Uri? HtmlUrl);

    internal sealed record User(string? Login);

    internal sealed record CommentText(string Body);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(GitHubWire.Ref))]
[JsonSerializable(typeof(GitHubWire.Commit))]
[JsonSerializable(typeof(GitHubWire.Tree))]
[JsonSerializable(typeof(GitHubWire.Blob))]
[JsonSerializable(typeof(GitHubWire.Pull))]
[JsonSerializable(typeof(GitHubWire.IssueComment))]
[JsonSerializable(typeof(IReadOnlyList<GitHubWire.Pull>))]
[JsonSerializable(typeof(IReadOnlyList<GitHubWire.IssueComment>))]
[JsonSerializable(typeof(GitHubWire.CommentText))]
internal sealed partial class GitHubJson : JsonSerializerContext;

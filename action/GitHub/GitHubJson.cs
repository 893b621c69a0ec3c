using System.Text.Json;
using System.Text.Json.Serialization;
using Octokit.Internal;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>
/// GitHub's JSON, cut to what is read and written here. Octokit's own models refuse an answer with a visibility, a kind of account or a size that they do not
/// know, and are filled by reflection, which trimming cannot see: these read what they need and ignore the rest.
/// </summary>
internal static class GitHubAnswers
{
    internal sealed record Ref(GitObject? Object = null);

    internal sealed record GitObject(string? Sha = null);

    internal sealed record Commit(IReadOnlyList<GitObject>? Parents = null);

    internal sealed record Tree([property: JsonPropertyName("tree")] IReadOnlyList<TreeEntry>? Entries = null, bool Truncated = false);

    internal sealed record TreeEntry(string? Path = null, string? Mode = null, string? Type = null, string? Sha = null, long? Size = null);

    internal sealed record Blob(string? Content = null);

    internal sealed record Pull(int Number, string? State = null, DateTimeOffset? MergedAt = null, string? MergeCommitSha = null, PullEnd? Head = null,
        PullEnd? Base = null);

    internal sealed record PullEnd(string? Sha = null, string? Ref = null, Repository? Repo = null);

    internal sealed record Repository(string? FullName = null, bool Private = false, bool Archived = false);

    internal sealed record IssueComment(long Id, string? Body = null, User? User = null, string? HtmlUrl = null);

    internal sealed record User(string? Login = null);

    internal sealed record CommentText(string Body);
}

/// <summary>Reads and writes Octokit's requests without reflection.</summary>
internal sealed class GitHubJsonSerializer : IJsonSerializer
{
    public string Serialize(object item) => JsonSerializer.Serialize(item, item.GetType(), GitHubJson.Default);

    // Octokit requires an object also for a call without an answer.
    public T Deserialize<T>(string json) => typeof(T) == typeof(object) ? default! : (T)JsonSerializer.Deserialize(json, typeof(T), GitHubJson.Default)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(GitHubAnswers.Ref))]
[JsonSerializable(typeof(GitHubAnswers.Commit))]
[JsonSerializable(typeof(GitHubAnswers.Tree))]
[JsonSerializable(typeof(GitHubAnswers.Blob))]
[JsonSerializable(typeof(GitHubAnswers.Pull))]
[JsonSerializable(typeof(GitHubAnswers.Repository))]
[JsonSerializable(typeof(GitHubAnswers.IssueComment))]
[JsonSerializable(typeof(IReadOnlyList<GitHubAnswers.Pull>))]
[JsonSerializable(typeof(IReadOnlyList<GitHubAnswers.IssueComment>))]
[JsonSerializable(typeof(GitHubAnswers.CommentText))]
internal sealed partial class GitHubJson : JsonSerializerContext;

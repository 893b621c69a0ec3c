using System.Globalization;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>What a comment says to later runs, hidden at its very start.</summary>
/// <param name="State">What the comment shows.</param>
internal sealed record CommentMarker(CommentState State)
{
    private const string End = " -->";

    /// <summary>The head of the pull request that the plan was made for.</summary>
    public string? Head { get; init; }

    /// <summary>The commit whose files the plan was made from: for a pull request, its test merge.</summary>
    public string? Commit { get; init; }

    /// <summary>The plan's digest.</summary>
    public string? Digest { get; init; }

    /// <summary>The run that made the plan. Their numbers grow.</summary>
    public long? Run { get; init; }

    /// <summary>For an upload: whether everything in it was reviewed.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>Whether it names a plan that a person could review.</summary>
    public bool HasPlan => Head is not null && Commit is not null;

    /// <summary>The marker's text.</summary>
    /// <param name="key">The comment's key.</param>
    public string Write(string key)
    {
        string?[] parts =
        [
            $"{Start(key)}{State.ToString().ToLowerInvariant()}", Part("head", Head), Part("commit", Commit), Part("digest", Digest),
            Run is { } run ? string.Create(CultureInfo.InvariantCulture, $"run={run}") : null, IsReviewed ? "reviewed=yes" : null,
        ];
        return string.Join(' ', parts.OfType<string>()) + End;

        static string? Part(string name, string? value) => value is null ? null : $"{name}={value}";
    }

    /// <summary>What every marker of a key begins with.</summary>
    public static string Start(string key) => $"<!-- ideogram-build {key} ";

    /// <summary>The marker of a comment; null if there is none at its very start, or of another key.</summary>
    /// <param name="body">The comment's text.</param>
    /// <param name="key">The comment's key.</param>
    public static CommentMarker? Read(string body, string key)
    {
        var end = body.IndexOf(End, StringComparison.Ordinal);
        if (!body.StartsWith(Start(key), StringComparison.Ordinal) || end < Start(key).Length)
            return null;
        var words = body[Start(key).Length..end].Split(' ');
        if (!Enum.TryParse<CommentState>(words[0], ignoreCase: true, out var state) || !Enum.IsDefined(state))
            return null;
        var values = words.Skip(1).Select(w => w.Split('=', 2)).Where(w => w.Length == 2).ToLookup(w => w[0], w => w[1], StringComparer.Ordinal);
        return new CommentMarker(state)
        {
            Head = Hex("head", 40),
            Commit = Hex("commit", 40),
            Digest = Hex("digest", 64),
            Run = long.TryParse(values["run"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : null,
            IsReviewed = values["reviewed"].FirstOrDefault() == "yes",
        };

        string? Hex(string name, int length) =>
            values[name].FirstOrDefault() is { } value && value.Length == length && value.All(char.IsAsciiHexDigitLower) ? value : null;
    }

    /// <summary>The same with the reviewed plan of an earlier comment, where this one has none: a run that is repeated must find it again.</summary>
    public CommentMarker Keep(CommentMarker? earlier) => HasPlan || earlier is null
        ? this
        : this with { Head = earlier.Head, Commit = earlier.Commit, Digest = earlier.Digest, Run = earlier.Run };
}

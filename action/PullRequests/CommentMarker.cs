using System.Globalization;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>What a comment says to later runs, hidden at its very start.</summary>
/// <param name="State">What the comment shows.</param>
internal sealed record CommentMarker(CommentState State)
{
    private const string End = " -->";
    private const int MaxModels = 20;

    /// <summary>The head of the pull request that the plan was made for.</summary>
    public string? Head { get; init; }

    /// <summary>The commit that the plan was compared with: what the plan changes is what it shows otherwise than this one.</summary>
    public string? Base { get; init; }

    /// <summary>The commit whose files the plan was made from: for a pull request, its test merge.</summary>
    public string? Commit { get; init; }

    /// <summary>The plan's digest.</summary>
    public string? Digest { get; init; }

    /// <summary>The run that made the plan. Their numbers grow.</summary>
    public long? Run { get; init; }

    /// <summary>For an upload: whether everything in it was reviewed.</summary>
    public bool IsReviewed { get; init; }

    /// <summary>For a training: Ideogram's ids of the models whose end was not told yet. Anyone who edits the comment can change them.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>Whether it is about all manifests, and was found by a job of a matrix: the digest of that job's plan is another one. Not written.</summary>
    public bool IsOfAll { get; init; }

    /// <summary>Whether it names a plan that a person could review.</summary>
    public bool HasPlan => Head is not null && Commit is not null;

    /// <summary>The marker of an upload that is over: a scheduled run tells how the trainings end that it started.</summary>
    /// <param name="report">The upload's report.</param>
    public static CommentMarker AfterUpload(ReportDocument report)
    {
        var models = Ids(report.Datasets.Select(d => d.Training).Where(t => t?.Outcome == TrainingOutcome.Started).Select(t => t!.ModelId).OfType<string>());
        return new CommentMarker(models.Count > 0 ? CommentState.Training : CommentState.Done) { Models = models };
    }

    /// <summary>The marker's text.</summary>
    /// <param name="key">The comment's key.</param>
    public string Write(string key)
    {
        string?[] parts =
        [
            $"{Start(key)}{State.ToString().ToLowerInvariant()}", Part("head", Head), Part("base", Base), Part("commit", Commit), Part("digest", Digest),
            Run is { } run ? string.Create(CultureInfo.InvariantCulture, $"run={run}") : null, IsReviewed ? "reviewed=yes" : null,
            Models.Count > 0 ? $"models={string.Join(',', Models)}" : null,
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
            Base = Hex("base", 40),
            Commit = Hex("commit", 40),
            Digest = Hex("digest", 64),
            Run = long.TryParse(values["run"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : null,
            IsReviewed = values["reviewed"].FirstOrDefault() == "yes",
            Models = Ids(values["models"].FirstOrDefault()?.Split(',') ?? []),
        };

        string? Hex(string name, int length) =>
            values[name].FirstOrDefault() is { } value && value.Length == length && value.All(char.IsAsciiHexDigitLower) ? value : null;
    }

    /// <summary>The same with what a run that is repeated must find again: the reviewed plan of an earlier comment, where this one has none, and the
    /// trainings whose end was not told.</summary>
    public CommentMarker Keep(CommentMarker? earlier)
    {
        if (earlier is null)
            return this;
        var kept = HasPlan ? this : this with { Head = earlier.Head, Base = earlier.Base, Commit = earlier.Commit, Digest = earlier.Digest, Run = earlier.Run };
        return State is CommentState.Done or CommentState.Training && earlier is { State: CommentState.Training, Models.Count: > 0 }
            ? kept with { State = CommentState.Training, Models = Ids(earlier.Models.Concat(Models)) }
            : kept;
    }

    private static IReadOnlyList<string> Ids(IEnumerable<string> ids) => [.. ids.Where(IsId).Distinct(StringComparer.Ordinal).Take(MaxModels)];

    private static bool IsId(string text) => text.Length is > 0 and <= 64 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}

using System.Globalization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>The inputs of action.yml. A test compares this, action.yml and docs/action.md.</summary>
internal sealed record ActionInputs
{
    private const int MaxTrainingsOfAll = 100;

    /// <summary>Nobody sits in front of it, and a busy organization is no reason to fail a merge.</summary>
    private static readonly TimeSpan DefaultPatience = TimeSpan.FromMinutes(10);

    /// <summary>Every input that is read, by its name in action.yml.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "api-key", "github-token", "mode", "manifests", "working-directory", "branches", "comment", "comment-author", "comment-key",
        "allowed-datasets", "allow-training", "require-reviewed-plan", "reports", "matrix", "api-url", "patience",
        "health",
    ];

    /// <summary>Ideogram's key; null for a fork, which gets no secrets.</summary>
    public string? ApiKey { get; init; }

    public string? GitHubToken { get; init; }

    public Mode Mode { get; init; }

    /// <summary>Files, folders and globs, relative to <see cref="WorkingDirectory"/>; none for all.</summary>
    public IReadOnlyList<string> Manifests { get; init; } = [];

    /// <summary>Full path of the folder in which manifests are searched.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Branches whose pushes upload; none for the default branch.</summary>
    public IReadOnlyList<string> Branches { get; init; } = [];

    public CommentPolicy Comment { get; init; }

    /// <summary>The author of the comment: a workflow's token cannot query its own user.</summary>
    public required string CommentAuthor { get; init; }

    /// <summary>Distinguishes this comment from others of the same author.</summary>
    public required string CommentKey { get; init; }

    /// <summary>The key of the comment about all manifests, which a job of a matrix does not write itself.</summary>
    public required string WholeCommentKey { get; init; }

    /// <summary>Names and ids that may be a target; null for any.</summary>
    public IReadOnlyCollection<string>? AllowedDatasets { get; init; }

    /// <summary>The most trainings that a run may start; 0 for none. They cost money.</summary>
    public int MaxTrainings { get; init; }

    /// <summary>What must not happen unless its plan was reviewed.</summary>
    public ReviewPolicy RequireReviewedPlan { get; init; }

    /// <summary>For <see cref="Mode.Report"/>: the JSON reports to merge, files or folders.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>For <see cref="Mode.Report"/>: full paths of the manifests that must have a report; empty if that is unknown.</summary>
    public IReadOnlyList<string> Expected { get; init; } = [];

    public required Uri ApiUrl { get; init; }

    /// <summary>How long a request to Ideogram is tried again while the trouble may pass.</summary>
    public TimeSpan Patience { get; init; } = DefaultPatience;

    /// <summary>Whether to look for what would spoil a training.</summary>
    public bool ChecksHealth { get; init; }

    /// <summary>Whether a push to a branch uploads.</summary>
    public bool Uploads(string branch, EventRepository? repository) => Branches.Count > 0 ? Branches.Contains(branch) : branch == repository?.DefaultBranch;

    /// <summary>Reads the inputs from the environment.</summary>
    /// <exception cref="UsageException">An input is wrong.</exception>
    public static ActionInputs Read(AppHost host, string workspace)
    {
        var folder = Path.GetFullPath(Value("working-directory") ?? ".", workspace);
        if (Leaves(folder) is { } leaves)
            throw Wrong("working-directory", leaves);
        if (!Directory.Exists(folder))
            throw Wrong("working-directory", "there is no such folder; is actions/checkout missing before this step?");
        return new ActionInputs
        {
            ApiKey = Value("api-key") ?? host.Variable(AppHost.KeyVariable),
            GitHubToken = Value("github-token"),
            Mode = Choice<Mode>("mode"),
            Manifests = Named(),
            WorkingDirectory = folder,
            Branches = List("branches"),
            Comment = Choice<CommentPolicy>("comment"),
            CommentAuthor = Value("comment-author") ?? "github-actions[bot]",
            CommentKey = Value("comment-key") ?? PullRequests.CommentKey.Compute(List("manifests"), Value("working-directory")),
            WholeCommentKey = PullRequests.CommentKey.Compute([], Value("working-directory")),
            AllowedDatasets = List("allowed-datasets") is { Count: > 0 } allowed ? allowed : null,
            MaxTrainings = Trainings(Value("allow-training")),
            RequireReviewedPlan = Choice<ReviewPolicy>("require-reviewed-plan"),
            Reports = List("reports"),
            Expected = Due(),
            ApiUrl = ApiAddress.Parse(Value("api-url")),
            Patience = Wait(Value("patience")),
            ChecksHealth = Switch("health", otherwise: true),
        };

        string? Value(string name) => host.Input(name);

        List<string> List(string name) => [.. (Value(name) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

        IReadOnlyList<string> Due()
        {
            var manifests = Value("matrix") is { } matrix ? MatrixGroups.Manifests(matrix)
                ?? throw Wrong("matrix", "it is not the output matrix of mode matrix") : [];
            var paths = manifests.Select(m => Path.GetFullPath(m, folder)).ToList();
            return paths.TrueForAll(p => PathBounds.IsInside(workspace, p)) ? paths : throw Wrong("matrix", "it names a file outside the workspace");
        }

        List<string> Named() => List("manifests").SelectMany(MatrixGroups.Expand).ToList() is var names
            && names.Select(n => Leaves(Path.GetFullPath(n, folder)))
            .FirstOrDefault(l => l is not null) is { } leaves
            ? throw Wrong("manifests", leaves)
            : names;

        // Only the repository is read: no other folder of the runner, and nothing that a link points to.
        string? Leaves(string path) => PathBounds.IsInside(workspace, path)
            ? PathBounds.FindLink(workspace, path) is { } link ? $"{MessageText.Quote(RepositoryPath.Relative(workspace, link))} is a symbolic link, "
                + "which is not followed" : null
            : $"{MessageText.Quote(RepositoryPath.Relative(workspace, path))} leaves the workspace";

        bool Switch(string name, bool otherwise) => Value(name)?.ToLowerInvariant() switch
        {
            null => otherwise,
            "true" => true,
            "false" => false,
            _ => throw Wrong(name, $"'{Value(name)}' is not true or false"),
        };

        T Choice<T>(string name)
            where T : struct, Enum =>
            Value(name) is not { } value ? default
            : Enum.GetNames<T>().Any(n => string.Equals(n, value, StringComparison.OrdinalIgnoreCase)) ? Enum.Parse<T>(value, ignoreCase: true)
            : throw Wrong(name, $"'{value}' is not one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");
    }

    private static int Trainings(string? value) => value?.ToLowerInvariant() switch
    {
        null or "false" => 0,
        "true" => 1,
        { } number when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most <= MaxTrainingsOfAll => most,
        _ => throw Wrong("allow-training", string.Create(CultureInfo.InvariantCulture, $"'{value}' is not true, false or a number from 0 "
            + $"to {MaxTrainingsOfAll}")),
    };

    private static TimeSpan Wait(string? patience) => patience is null
        ? DefaultPatience
        : Duration.Parse(patience, IdeogramClientOptions.MaxPatience)
            ?? throw Wrong("patience", $"'{patience}' is not a duration such as 30m, 2h or 0s, at most 24h");

    private static UsageException Wrong(string name, string why) => new($"The input {name} is wrong: {why}.", GitHubRules.WrongInput);
}

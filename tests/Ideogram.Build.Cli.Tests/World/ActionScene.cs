using System.Globalization;
using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Emulator;
using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Cli.Tests.World;

/// <summary>A repository, both stand-ins, and the action as the runner starts it.</summary>
internal sealed class ActionScene : IAsyncDisposable
{
    public const string Repository = "acme/brand";
    public const string Key = "emulator-key";
    public const string Token = "ghs_workflow";
    public const string ReadOnlyToken = "ghs_fork";

    private readonly string _temp;
    private int _runs;

    private ActionScene(EmulatorHost emulator, GitRepository git, string temp)
    {
        _temp = temp;
        Emulator = emulator;
        Git = git;
        Address = emulator.BaseAddress.AbsoluteUri;
    }

    public EmulatorHost Emulator { get; }

    public GitRepository Git { get; }

    /// <summary>What a download put into the folder <c>reports</c> of the runner's temp folder, by name.</summary>
    public Dictionary<string, string> Reports { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether all runs are steps of one job, which share the runner's temp folder.</summary>
    public bool IsOneJob { get; set; }

    /// <summary>The run's number at GitHub.</summary>
    public string RunId { get; set; } = "42";

    /// <summary>Ideogram's address, also after the emulator has stopped.</summary>
    public string Address { get; }

    public ImpatientTime Time { get; } = new();

    /// <summary>What a signal would do to the program.</summary>
    public CancellationToken Stop { get; set; } = TestContext.Current.CancellationToken;

    public static async Task<ActionScene> SetAsync(int maxTreeEntries = 100_000)
    {
        var git = new GitRepository();
        var temp = Directory.CreateTempSubdirectory("ideogram-runner-").FullName;
        var emulator = await EmulatorHost.StartAsync(new EmulatorOptions
        {
            StateFolder = Path.Combine(temp, "emulator"),
            ApiKey = Key,
            MaxTreeEntries = maxTreeEntries,
            Repositories = new Dictionary<string, string>(StringComparer.Ordinal) { [Repository] = git.Path },
            Tokens = [new GitHubToken(Token), new GitHubToken(ReadOnlyToken, CanWrite: false)],
        });
        return new ActionScene(emulator, git, temp);
    }

    /// <summary>A manifest with a few images on main.</summary>
    public string Begin(int images = 3, string more = "")
    {
        Git.Write("brand/ideogram.yml", $"name: Brand\nimages:\n  - '**/*.png'\n{more}");
        for (var i = 1; i <= images; i++)
            Git.Write($"brand/photos/p{i}.png", TestImages.Png(seed: i));
        return Git.Commit("A brand");
    }

    /// <summary>Opens a pull request from what <paramref name="edit"/> does, and checks out its test merge.</summary>
    public Pull Open(int number, Action<GitRepository> edit, string? headRepository = null)
    {
        var main = Git.Git("rev-parse", "main");
        Git.Git("checkout", "--quiet", "-B", $"feature-{number}", "main");
        edit(Git);
        var head = Git.Commit("An edit");
        Git.Git("checkout", "--quiet", "--detach", "main");
        Git.Git("merge", "--quiet", "--no-ff", "--message", "Test merge", head);
        var pull = new Pull(number, head, main, Git.Tip, headRepository);
        Emulator.PutPullRequest(Repository, pull.ToGitHub());
        return pull;
    }

    /// <summary>Squashes a pull request into main and checks that out.</summary>
    public string Squash(Pull pull, string? title = null)
    {
        Git.Git("checkout", "--quiet", "main");
        Git.Git("merge", "--quiet", "--squash", pull.Head);
        var merge = Git.Commit(title ?? $"An edit (#{pull.Number})");
        Merged(pull, merge);
        return merge;
    }

    public void Merged(Pull pull, string merge) => Emulator.PutPullRequest(
        Repository,
        pull.ToGitHub() with { State = "closed", MergedAt = DateTimeOffset.UtcNow, MergeCommitSha = merge });

    public Task<RunResult> PullRequestAsync(Pull pull, string action = "synchronize", IReadOnlyDictionary<string, string>? inputs = null) => ActAsync(
        "pull_request",
        new JsonObject
        {
            ["action"] = action,
            ["number"] = pull.Number,
            ["pull_request"] = new JsonObject
            {
                ["number"] = pull.Number,
                ["head"] = new JsonObject
                {
                    ["sha"] = pull.Head,
                    ["ref"] = $"feature-{pull.Number}",
                    ["repo"] = new JsonObject { ["full_name"] = pull.HeadRepository ?? Repository }
                },
                ["base"] = new JsonObject { ["sha"] = pull.Base, ["ref"] = "main", ["repo"] = new JsonObject { ["full_name"] = Repository } },
            },
            ["repository"] = RepositoryJson(),
        },
        pull.Merge,
        $"refs/pull/{pull.Number}/merge",
        inputs);

    public Task<RunResult> PushAsync(string sha, string? before = null, string branch = "main", IReadOnlyDictionary<string, string>? inputs = null)
    {
        string[] commits = before is null ? [sha] : Git.Git("rev-list", "--reverse", $"{before}..{sha}").Split('\n');
        return ActAsync(
            "push",
            new JsonObject
            {
                ["ref"] = $"refs/heads/{branch}",
                ["before"] = before ?? new string('0', 40),
                ["after"] = sha,
                ["commits"] = new JsonArray([.. commits.Select(CommitJson)]),
                ["head_commit"] = CommitJson(sha),
                ["repository"] = RepositoryJson(),
            },
            sha,
            $"refs/heads/{branch}",
            inputs);
    }

    /// <summary>Runs the action. An empty input is one that is not given.</summary>
    public async Task<RunResult> ActAsync(
        string eventName, JsonNode payload, string sha, string gitRef, IReadOnlyDictionary<string, string>? inputs = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_temp, Interlocked.Increment(ref _runs).ToString(CultureInfo.InvariantCulture))).FullName;
        var (events, output, summary) = (Path.Combine(folder, "event.json"), Path.Combine(folder, "output"), Path.Combine(folder, "summary"));
        var temp = IsOneJob ? Directory.CreateDirectory(Path.Combine(_temp, "job")).FullName : folder;
        await File.WriteAllTextAsync(events, payload.ToJsonString(), CancellationToken.None);
        foreach (var (name, text) in Reports)
        {
            var file = Path.Combine(temp, "reports", name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text, CancellationToken.None);
        }

        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = eventName,
            ["GITHUB_EVENT_PATH"] = events,
            ["GITHUB_REPOSITORY"] = Repository,
            ["GITHUB_SHA"] = sha,
            ["GITHUB_REF"] = gitRef,
            ["GITHUB_SERVER_URL"] = Emulator.BaseAddress.AbsoluteUri.TrimEnd('/'),
            ["GITHUB_API_URL"] = Emulator.GitHubApi.AbsoluteUri,
            ["GITHUB_WORKSPACE"] = Git.Path,
            ["GITHUB_OUTPUT"] = output,
            ["GITHUB_STEP_SUMMARY"] = summary,
            ["RUNNER_TEMP"] = temp,
            ["GITHUB_RUN_ID"] = RunId,
            ["GITHUB_RUN_ATTEMPT"] = "1",
            ["GITHUB_ACTION"] = "step",
            ["INPUT_API-KEY"] = Key,
            ["INPUT_GITHUB-TOKEN"] = Token,
            ["INPUT_API-URL"] = Emulator.BaseAddress.AbsoluteUri,
            // The images of most tests are a few grey pixels, which would be said each time.
            ["INPUT_HEALTH"] = "false",
        };
        foreach (var (name, value) in inputs ?? new Dictionary<string, string>(StringComparer.Ordinal))
            variables["INPUT_" + name.ToUpperInvariant()] = value;

        await using var log = new StringWriter();
        await using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(["action"], new AppHost(log, errors, variables, Git.Path, Time), Stop);
        var outputs = Outputs(output);
        return new RunResult(code, log.ToString(), errors.ToString(), File.Exists(summary) ? await File.ReadAllTextAsync(summary, CancellationToken.None)
            : "", outputs)
        {
            Report = outputs.TryGetValue("report", out var report) && report.Length > 0
                ? await File.ReadAllTextAsync(Path.Combine(temp, report), CancellationToken.None)
                : null,
        };
    }

    public IReadOnlyList<GitHubComment> Comments(int number) => Emulator.Comments(Repository, number);

    public static JsonObject RepositoryJson() => new() { ["full_name"] = Repository, ["default_branch"] = "main" };

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Git.Dispose();
        Directory.Delete(_temp, recursive: true);
    }

    private JsonObject CommitJson(string sha) => new() { ["id"] = sha, ["message"] = Git.Git("log", "-1", "--format=%B", sha) };

    // As the runner reads the file: name<<delimiter, lines, delimiter.
    private static Dictionary<string, string> Outputs(string file)
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        var lines = new Queue<string>(File.Exists(file) ? File.ReadAllText(file).Split('\n') : []);
        while (lines.TryDequeue(out var line))
        {
            if (line.Split("<<", 2) is not [var name, var delimiter])
                continue;
            var value = new List<string>();
            while (lines.TryDequeue(out var next) && next != delimiter)
                value.Add(next);
            outputs[name] = string.Join('\n', value);
        }

        return outputs;
    }
}

/// <summary>A pull request of a scene.</summary>
internal sealed record Pull(int Number, string Head, string Base, string Merge, string? HeadRepository)
{
    public GitHubPullRequest ToGitHub() => new(Number, "An edit", Head, Base)
    {
        HeadRef = $"feature-{Number}",
        HeadRepository = HeadRepository,
        MergeCommitSha = Merge
    };
}

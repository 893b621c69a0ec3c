using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Ideogram.Build.Emulator;
using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>A repository of datasets, both stand-ins, and a pull request that brings the images; the action runs as a process.</summary>
internal sealed class ActionStage : IAsyncDisposable
{
    private const string Repository = "acme/brand";
    private const string Key = "figures-key";
    private const int MaxInDataset = 100;

    private readonly TemporaryFolder _folder;
    private readonly TemporaryFolder _workspace;
    private readonly EmulatorHost _emulator;

    private ActionStage(EmulatorHost emulator, TemporaryFolder folder, TemporaryFolder workspace, string main, string head)
    {
        (_emulator, _folder, _workspace, Head) = (emulator, folder, workspace, head);
        _emulator.PutPullRequest(Repository, new GitHubPullRequest(1, "Images", head, main)
        {
            // Merged by its own commit: a push finds it at once and waits for no index.
            HeadRef = "feature",
            State = "closed",
            MergedAt = DateTimeOffset.UnixEpoch,
            MergeCommitSha = head,
        });
        Write("pull_request", new JsonObject
        {
            ["action"] = "opened",
            ["pull_request"] = new JsonObject
            {
                ["number"] = 1,
                ["head"] = new JsonObject { ["sha"] = head },
                ["base"] = new JsonObject { ["sha"] = main, ["ref"] = "main" }
            },
        });
        Write("push", new JsonObject { ["after"] = head, ["repository"] = new JsonObject { ["default_branch"] = "main" } });
    }

    /// <summary>Makes a repository and starts the stand-ins.</summary>
    /// <param name="images">How many images the pull request brings, at most a hundred to a dataset.</param>
    public static Task<ActionStage> StartAsync(int images) => StartAsync(workspace =>
    {
        for (var i = 0; i < images; i++)
        {
            var dataset = Path.Combine(workspace, string.Create(CultureInfo.InvariantCulture, $"d{i / MaxInDataset}"));
            if (i % MaxInDataset == 0)
                File.WriteAllText(Path.Combine(Directory.CreateDirectory(dataset).FullName, "ideogram.yml"),
                    $"name: {Path.GetFileName(dataset)}\nimages: ['*.png']\n");
            var name = string.Create(CultureInfo.InvariantCulture, $"i{i}");
            File.WriteAllBytes(Path.Combine(dataset, name + ".png"), TestImages.Png(name));
        }
    });

    /// <summary>The same with what <paramref name="fill"/> writes into the repository's folder.</summary>
    public static async Task<ActionStage> StartAsync(Action<string> fill)
    {
        var (folder, workspace) = (new TemporaryFolder(), new TemporaryFolder());
        Git(workspace.Path, "init", "--quiet", "--initial-branch=main");
        var main = Commit(workspace.Path, "Before");
        fill(workspace.Path);
        var head = Commit(workspace.Path, "Images");
        var emulator = await EmulatorHost.StartAsync(new EmulatorOptions
        {
            StateFolder = Path.Combine(folder.Path, "state"),
            ApiKey = Key,
            Repositories = new Dictionary<string, string>(StringComparer.Ordinal) { [Repository] = workspace.Path },
            Tokens = [new GitHubToken("figures-token")],
        });
        return new ActionStage(emulator, folder, workspace, main, head);
    }

    /// <summary>The repository's folder.</summary>
    public string Workspace => _workspace.Path;

    /// <summary>The text of the pull request's last comment.</summary>
    public string Comment => _emulator.Comments(Repository, 1)[^1].Body;

    private string Head { get; }

    /// <summary>GitHub requests since the last call.</summary>
    public int GitHubRequests()
    {
        var count = _emulator.Requests.Count(r => r.Route.StartsWith("github-", StringComparison.Ordinal));
        _emulator.ForgetRequests();
        return count;
    }

    /// <summary>The variables that a runner sets, with the repository and the event's file at given places.</summary>
    public IReadOnlyDictionary<string, string> Variables(string eventName, string workspace, string events) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_EVENT_NAME"] = eventName,
            ["GITHUB_EVENT_PATH"] = $"{events}/{eventName}.json",
            ["GITHUB_REPOSITORY"] = Repository,
            ["GITHUB_SHA"] = Head,
            ["GITHUB_REF"] = eventName == "push" ? "refs/heads/main" : "refs/pull/1/merge",
            ["GITHUB_SERVER_URL"] = _emulator.BaseAddress.AbsoluteUri.TrimEnd('/'),
            ["GITHUB_API_URL"] = _emulator.GitHubApi.AbsoluteUri,
            ["GITHUB_WORKSPACE"] = workspace,
            ["INPUT_API-KEY"] = eventName == "push" ? Key : "",
            ["INPUT_GITHUB-TOKEN"] = "figures-token",
            ["INPUT_API-URL"] = _emulator.BaseAddress.AbsoluteUri,
            ["IDEOGRAM_API_KEY"] = "",
        };

    /// <summary>The folder that holds the events' files.</summary>
    public string Events => _folder.Path;

    /// <summary>Runs the action as a process, and fails if that does not end as it should.</summary>
    public void Act(string program, string eventName, int expected = 0)
    {
        var start = new ProcessStartInfo(program, ["action"]) { UseShellExecute = false, RedirectStandardOutput = true, WorkingDirectory = Workspace };
        foreach (var (name, value) in Variables(eventName, Workspace, Events))
            start.Environment[name] = value;
        start.Environment.Remove("GITHUB_OUTPUT");
        start.Environment.Remove("GITHUB_STEP_SUMMARY");
        using var process = Process.Start(start)!;
        var log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != expected)
            throw new UsageException($"The action ended with {process.ExitCode}: {log}");
    }

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        _workspace.Dispose();
        _folder.Dispose();
    }

    private static string Commit(string folder, string message)
    {
        Git(folder, "add", "--all");
        Git(folder, "-c", "user.name=Octo Cat", "-c", "user.email=octocat@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--allow-empty",
            "--message", message);
        return Git(folder, "rev-parse", "HEAD");
    }

    private static string Git(string folder, params string[] arguments) => Tool.Run("git", ["-C", folder, .. arguments]).Trim();

    private void Write(string name, JsonObject payload) => File.WriteAllText(Path.Combine(_folder.Path, name + ".json"), payload.ToJsonString());
}

using System.Text.Json;
using Ideogram.Build.Emulator;
using Ideogram.Build.Emulator.GitHub;

namespace EndToEnd;

/// <summary>The action for any runner: its steps, played as GitHub's runner plays them, with the packed tool and both stand-ins.</summary>
public sealed class ToolActionTests(InstalledTool tool) : IAsyncLifetime
{
    private const string Key = "tool-action-key";
    private const string Token = "ghs_toolAction";

    private readonly string _work = Directory.CreateTempSubdirectory("ideogram-any-runner-").FullName;
    private NewRepository _repository = null!;
    private EmulatorHost _emulator = null!;
    private string _commit = "";

    public async ValueTask InitializeAsync()
    {
        _repository = await NewRepository.CreateAsync();
        await File.WriteAllTextAsync(Path.Combine(_repository.Photos, "ideogram.yml"), "name: Any runner\nimages: ['*.{webp,png}']\n",
            TestContext.Current.CancellationToken);
        // What a pull request could leave for the step that installs the program.
        await File.WriteAllTextAsync(
            Path.Combine(_repository.Top, "nuget.config"),
            "<configuration><packageSources><clear /><add key=\"evil\" value=\"/evil\" /></packageSources></configuration>",
                TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_repository.Top, "global.json"), "{\"sdk\":{\"version\":\"99.0.100\",\"rollForward\":\"disable\"}}",
            TestContext.Current.CancellationToken);
        await GitAsync("add --all");
        await GitAsync("-c user.name=Ann -c user.email=ann@example.com commit --quiet --message Images");
        _commit = (await GitAsync("rev-parse HEAD")).Trim();
        _emulator = await EmulatorHost.StartAsync(new EmulatorOptions
        {
            StateFolder = Path.Combine(_work, "state"),
            ApiKey = Key,
            Repositories = new Dictionary<string, string>(StringComparer.Ordinal) { ["acme/brand"] = _repository.Top },
            Tokens = [new GitHubToken(Token)],
        });
        Directory.CreateDirectory(Path.Combine(_work, "temp"));
    }

    public async ValueTask DisposeAsync()
    {
        await _emulator.DisposeAsync();
        _repository.Dispose();
        Directory.Delete(_work, recursive: true);
    }

    [Fact]
    public async Task A_push_uploads_and_gives_every_output_and_a_second_one_finds_everything_there()
    {
        var (exit, action) = await PlayAsync();

        exit.ShouldBe(0, action.Log);
        action.Outputs["uploaded"].ShouldBe("10");
        action.Outputs["failed"].ShouldBe("0");
        JsonSerializer.Deserialize<string[]>(action.Outputs["dataset-ids"])!.ShouldBe([_emulator.Datasets().Single().Id]);
        File.Exists(Path.Combine(_work, "temp", action.Outputs["report"])).ShouldBeTrue();
        action.Log.ShouldNotContain("actions/setup-dotnet");

        var (again, second) = await PlayAsync();

        (again, second.Outputs["uploaded"], second.Outputs["unchanged"]).ShouldBe((0, "0", "10"));
    }

    [Fact]
    public async Task Inputs_arrive_as_they_are_written_and_none_runs_as_a_command()
    {
        var (exit, action) = await PlayAsync(("mode", "validate"), ("manifests", "photos/ideogram.yml\n$(touch ran)\n`touch ran`\n\"; touch ran; \""));

        exit.ShouldBe(1, action.Log);
        action.Log.ShouldContain("$(touch ran)");
        Directory.EnumerateFiles(_work, "ran", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(_repository.Top, "ran", SearchOption.AllDirectories)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_program_answers_is_what_the_step_answers()
    {
        var (wrong, _) = await PlayAsync(("mode", "nonsense"));
        var (refused, _) = await PlayAsync(("api-key", "another-key"));

        (wrong, refused).ShouldBe((2, 3));
    }

    private async Task<(int Exit, CompositeAction Action)> PlayAsync(params (string Name, string Value)[] inputs)
    {
        var events = Path.Combine(_work, "event.json");
        var commit = new { id = _commit, message = "Images" };
        await File.WriteAllTextAsync(
            events,
            JsonSerializer.Serialize(new
            {
                @ref = "refs/heads/main",
                before = new string('0', 40),
                after = _commit,
                commits = new[] { commit },
                head_commit = commit,
                repository = new { full_name = "acme/brand", default_branch = "main" },
            }),
            TestContext.Current.CancellationToken);
        var action = new CompositeAction("tool/action.yml", Path.Combine(_work, "temp"));
        var given = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["api-key"] = Key,
            ["github-token"] = Token,
            ["api-url"] = _emulator.BaseAddress.AbsoluteUri,
            ["source"] = tool.Feed
        };
        foreach (var (name, value) in inputs)
            given[name] = value;
        return (await action.RunAsync(Environment(events), given), action);
    }

    private Dictionary<string, string> Environment(string events) => new(tool.Dotnet, StringComparer.Ordinal)
    {
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_EVENT_NAME"] = "push",
        ["GITHUB_EVENT_PATH"] = events,
        ["GITHUB_REPOSITORY"] = "acme/brand",
        ["GITHUB_SHA"] = _commit,
        ["GITHUB_REF"] = "refs/heads/main",
        ["GITHUB_SERVER_URL"] = _emulator.BaseAddress.AbsoluteUri.TrimEnd('/'),
        ["GITHUB_API_URL"] = _emulator.GitHubApi.AbsoluteUri,
        ["GITHUB_WORKSPACE"] = _repository.Top,
        ["GITHUB_STEP_SUMMARY"] = Path.Combine(_work, "summary"),
        ["GITHUB_RUN_ID"] = "42",
        ["GITHUB_ACTION"] = "tool",
    };

    private async Task<string> GitAsync(string arguments)
    {
        var (exit, output) = await TestProcess.RunAsync(_repository.Top, new Dictionary<string, string>(StringComparer.Ordinal), "bash", "-c",
            $"git {arguments}");
        return exit == 0 ? output : throw new InvalidOperationException(output);
    }
}

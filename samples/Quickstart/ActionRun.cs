using System.Text.Json.Nodes;

namespace Ideogram.Build.Quickstart;

/// <summary>
/// Runs the action as GitHub's runner does: inputs as <c>INPUT_*</c>, the event as a file, outputs and summary as files that the action
/// writes. Either the program of this checkout, or with an image the container with GitHub's mounts.
/// </summary>
internal sealed class ActionRun(Settings settings, StandIns stage, Repository repository, string temp)
{
    private int _runs;

    /// <summary>Runs one event and returns the exit code and the outputs.</summary>
    public async Task<(int Exit, IReadOnlyDictionary<string, string> Outputs)> RunAsync(string name, string commit, string @ref, JsonObject @event)
    {
        await repository.CheckOutAsync(commit);
        var folder = Directory.CreateDirectory(Path.Combine(temp, $"run-{++_runs}-{name}")).FullName;
        foreach (var mount in new[] { "home", "workflow", "file_commands", "runner_temp" }) Directory.CreateDirectory(Path.Combine(folder, mount));
        await File.WriteAllTextAsync(Path.Combine(folder, "workflow", "event.json"), @event.ToJsonString());
        var outputs = Path.Combine(folder, "file_commands", "output");
        await File.WriteAllTextAsync(outputs, "");
        await File.WriteAllTextAsync(Path.Combine(folder, "file_commands", "summary"), "");
        var inContainer = settings.Image is not null;
        var environment = Environment(name, commit, @ref, inContainer ? "/github" : folder, inContainer ? "/github/workspace" : repository.Folder);
        var exit = inContainer
            ? await Shell.ShowAsync(temp, "podman", Podman(folder, environment))
            : await Shell.ShowAsync(repository.Folder, "dotnet", [Settings.Program, "action"], environment);
        return (exit, Outputs(await File.ReadAllLinesAsync(outputs)));
    }

    private IEnumerable<string> Podman(string folder, Dictionary<string, string> environment)
    {
        string[] mounts = ["home", "workflow", "file_commands", "runner_temp"];
        return
        [
            "run", "--rm", "--network=host", "--workdir", "/github/workspace",
            "-v", $"{repository.Folder}:/github/workspace",
            .. mounts.SelectMany(mount => new[] { "-v", $"{Path.Combine(folder, mount)}:/github/{mount}" }),
            .. environment.SelectMany(variable => new[] { "-e", $"{variable.Key}={variable.Value}" }),
            settings.Image!, "action",
        ];
    }

    private Dictionary<string, string> Environment(string name, string commit, string @ref, string root, string workspace) => new(StringComparer.Ordinal)
    {
        ["CI"] = "true",
        ["GITHUB_ACTIONS"] = "true",
        ["GITHUB_API_URL"] = stage.GitHub,
        ["GITHUB_SERVER_URL"] = stage.Server,
        ["GITHUB_REPOSITORY"] = StandIns.Repository,
        ["GITHUB_WORKFLOW"] = "Datasets",
        ["GITHUB_JOB"] = "ideogram",
        ["GITHUB_RUN_ID"] = "1",
        ["GITHUB_RUN_ATTEMPT"] = "1",
        ["GITHUB_EVENT_NAME"] = name,
        ["GITHUB_EVENT_PATH"] = $"{root}/workflow/event.json",
        ["GITHUB_SHA"] = commit,
        ["GITHUB_REF"] = @ref,
        ["GITHUB_WORKSPACE"] = workspace,
        ["GITHUB_OUTPUT"] = $"{root}/file_commands/output",
        ["GITHUB_STEP_SUMMARY"] = $"{root}/file_commands/summary",
        ["RUNNER_TEMP"] = $"{root}/runner_temp",
        ["HOME"] = $"{root}/home",
        ["INPUT_API-KEY"] = StandIns.ApiKey,
        ["INPUT_GITHUB-TOKEN"] = StandIns.Token,
        ["INPUT_API-URL"] = stage.Ideogram,
    };

    /// <summary>Reads <c>name=value</c> and <c>name&lt;&lt;delimiter … delimiter</c>, the two forms of GitHub's output file.</summary>
    private static Dictionary<string, string> Outputs(string[] lines)
    {
        var outputs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Length; i++)
        {
            var block = lines[i].Split("<<", 2);
            var pair = lines[i].Split('=', 2);
            if (block.Length == 2 && !block[0].Contains('=', StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, block[1], i + 1);
                outputs[block[0]] = string.Join('\n', lines[(i + 1)..end]);
                i = end;
            }
            else if (pair.Length == 2)
            {
                outputs[pair[0]] = pair[1];
            }
        }

        return outputs;
    }
}

using System.Globalization;

namespace Ideogram.Build.Benchmarks.Actions;

/// <summary>A container's whole life for a push that finds everything uploaded, against the base image that runs nothing, and the framework-dependent
/// build.</summary>
internal sealed class RunToVerdict(Container container, Programs programs) : IActionFigure
{
    private const int Rounds = 7;
    private const int Images = 20;

    public string Name => "verdict";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        const string What = "podman run to verdict, nothing to do";
        if (container.Missing() is { } missing)
            return [new(What, "-", "-", missing, string.Empty)];

        await using var stage = await ActionStage.StartAsync(Images);
        string[] mounts = ["-v", $"{stage.Workspace}:/github/workspace:ro", "-v", $"{stage.Events}:/github/workflow:ro", "--workdir", "/github/workspace"];
        string[] variables = [.. stage.Variables("push", "/github/workspace", "/github/workflow").SelectMany(v => new[] { "-e", $"{v.Key}={v.Value}" })];
        void Ours() => Container.Run([.. mounts, .. variables, container.Image, "action"]);
        var framework = programs.FrameworkFolder;
        Ours(); // Uploads; from here on there is nothing to do.

        var times = Clock.Medians(
            Rounds,
            Ours,
            () => Container.Run([.. mounts, "-v", "/usr/bin/true:/true:ro", "--entrypoint", "/true", container.Base]),
            () => Container.Run([.. mounts, .. variables, "-e", "DOTNET_ROOT=/dotnet", "-v", $"{Programs.Runtime}:/dotnet:ro", "-v", $"{framework}:/app:ro",
                "--entrypoint", "/dotnet/dotnet", container.Base, "/app/ideogram-build.dll", "action"]));
        return
        [
            new($"{What} : the base image that runs `true`", ProgramStart.Milliseconds(times[0]), ProgramStart.Milliseconds(times[1]), "+"
                + ProgramStart.Milliseconds(times[0] - times[1]), string.Empty),
            new($"{What} : a framework-dependent build in the base image", ProgramStart.Milliseconds(times[0]), ProgramStart.Milliseconds(times[2]),
                string.Create(CultureInfo.InvariantCulture, $"{times[0] / times[2]:N2}"), "< 1.0"),
        ];
    }
}

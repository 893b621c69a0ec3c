using Ideogram.Build.Emulator;

namespace Ideogram.Build.Chaos.Scenes;

/// <summary>Plays all scenes with the real program, perhaps through a proxy that holds each exchange against Ideogram's own document.</summary>
internal static class SceneRun
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        arguments.AllowOnly("--port", "--through");
        using var state = new TemporaryFolder();
        await using var host = await EmulatorHost.StartAsync(
            new EmulatorOptions
            {
                StateFolder = state.Path,
                ApiKey = SceneStage.Key,
                Urls = FormattableString.Invariant($"http://127.0.0.1:{arguments.Number("--port", 0)}")
            });
        var address = arguments.Text("--through") is { } proxy ? new Uri(proxy) : host.BaseAddress;
        var tally = new Tally();
        // Each has datasets of its own; faults go by file names, and a clock that runs ahead disturbs nobody.
        await Parallel.ForEachAsync(AllScenes.List, async (scene, _) =>
        {
            using var stage = new SceneStage(host, address);
            try
            {
                await scene.Play(stage);
                tally.Pass();
                Console.WriteLine($"passed {scene.Name}");
            }
            catch (ChaosException e)
            {
                tally.Fail($"{scene.Name}: {e.Message}");
            }
        });
        return tally.End();
    }
}

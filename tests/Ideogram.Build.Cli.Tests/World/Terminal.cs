using Ideogram.Build.Cli.Output;

namespace Ideogram.Build.Cli.Tests.World;

/// <summary>Runs a command as somebody types it.</summary>
internal static class Terminal
{
    public static Task<TerminalResult> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>With a scene's key, against its Ideogram.</summary>
    public static Task<TerminalResult> RunAsync(string folder, ActionScene scene, params string[] arguments) => RunAsync(
        folder,
        new Dictionary<string, string>(StringComparer.Ordinal) { [AppHost.KeyVariable] = ActionScene.Key },
        [arguments[0], "--api-url", scene.Address, .. arguments[1..]]);

    public static async Task<TerminalResult> RunAsync(string folder, Dictionary<string, string> variables, string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(arguments, new AppHost(output, errors, variables, folder, new ImpatientTime()),
            TestContext.Current.CancellationToken);
        return new TerminalResult(code, output.ToString(), errors.ToString());
    }
}

/// <summary>What a command left behind.</summary>
internal sealed record TerminalResult(int Code, string Output, string Errors);

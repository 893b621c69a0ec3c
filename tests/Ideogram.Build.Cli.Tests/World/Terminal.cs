using Ideogram.Build.Cli.Output;

namespace Ideogram.Build.Cli.Tests.World;

/// <summary>Runs a command as somebody types it.</summary>
internal static class Terminal
{
    private static readonly string[] WithHealth = ["validate", "plan", "preview", "upload"];

    /// <summary>As a person gets it by default. The other methods switch health off: the images of most tests are a few grey pixels, which would be said
    /// each time.</summary>
    public static Task<TerminalResult> RunWithHealthAsync(string folder, params string[] arguments) =>
        RunExactlyAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    public static Task<TerminalResult> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>With a scene's key, against its Ideogram.</summary>
    public static Task<TerminalResult> RunAsync(string folder, ActionScene scene, params string[] arguments) => RunAsync(
        folder,
        new Dictionary<string, string>(StringComparer.Ordinal) { [AppHost.KeyVariable] = ActionScene.Key },
        [arguments[0], "--api-url", scene.Address, .. arguments[1..]]);

    public static Task<TerminalResult> RunAsync(string folder, Dictionary<string, string> variables, string[] arguments) =>
        RunExactlyAsync(folder, variables, arguments is [var verb, .. var rest] && WithHealth.Contains(verb) && !rest.Any(IsNoHealth)
            ? [verb, "--no-health", .. rest]
            : arguments);

    private static bool IsNoHealth(string argument) => argument.StartsWith("--no-health", StringComparison.Ordinal);

    private static async Task<TerminalResult> RunExactlyAsync(string folder, Dictionary<string, string> variables, string[] arguments)
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

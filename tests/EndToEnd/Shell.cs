using System.Diagnostics;

namespace EndToEnd;

/// <summary>Runs programs to their end, without what a CI system or a build left in the environment.</summary>
internal static class Shell
{
    private static readonly string[] Foreign = ["GITHUB_", "GH_", "MSBUILD", "INPUT_", "RUNNER_", "CI", "IDEOGRAM_", "GIT_"];

    /// <summary>Runs a program and gives its exit code and everything that it printed.</summary>
    public static async Task<(int Exit, string Output)> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, string program,
        params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var name in start.Environment.Keys.Where(n => Foreign.Any(f => n.StartsWith(f, StringComparison.Ordinal))).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken),
            process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}

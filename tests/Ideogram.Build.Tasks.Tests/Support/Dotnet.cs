using System.Diagnostics;
using System.Text;

namespace Ideogram.Build.Tasks.Tests.Support;

/// <summary>Runs the SDK's command line as a person would in a terminal.</summary>
internal static class Dotnet
{
    // Locator's and the CI server's variables would make the child another build than a person's.
    private static readonly string[] Foreign = ["GITHUB_", "MSBUILD", "INPUT_", "CI", "IDEOGRAM_"];

    /// <summary>Runs to the end and gives the exit code and everything that was printed.</summary>
    public static DotnetResult Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var name in start.Environment.Keys.Where(n => Foreign.Any(f => n.StartsWith(f, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var printed = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        lock (printed)
            return new DotnetResult(process.ExitCode, printed.ToString());

        void Take(string? line)
        {
            lock (printed)
                printed.AppendLine(line);
        }
    }
}

/// <summary>What a command left behind.</summary>
internal sealed record DotnetResult(int ExitCode, string Output);

using System.Diagnostics;
using System.Text;

namespace Ideogram.Build.Testing;

/// <summary>Runs programs to their end as a person would in a terminal, without what a CI system or a build left in the environment.</summary>
public static class TestProcess
{
    // Microsoft.Build.Locator's and the CI server's variables would make a child another program than a person's.
    private static readonly string[] Foreign = ["GITHUB_", "GH_", "MSBUILD", "INPUT_", "RUNNER_", "CI", "IDEOGRAM_", "GIT_"];

    /// <summary>Runs a program and gives its exit code and everything that it printed.</summary>
    public static ProcessResult Run(string folder, string program, params string[] arguments) =>
        Run(folder, new Dictionary<string, string>(StringComparer.Ordinal), program, arguments);

    /// <summary>The same with variables of its own.</summary>
    public static ProcessResult Run(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = StartInfo(folder, environment, program, arguments) };
        var printed = Begin(process);
        process.WaitForExit();
        return printed.End(process);
    }

    /// <summary>The same without a thread that waits.</summary>
    public static async Task<ProcessResult> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        using var process = new Process { StartInfo = StartInfo(folder, environment, program, arguments) };
        var printed = Begin(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return printed.End(process);
    }

    private static ProcessStartInfo StartInfo(string folder, IReadOnlyDictionary<string, string> environment, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var name in start.Environment.Keys.Where(n => Foreign.Any(f => n.StartsWith(f, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return start;
    }

    private static Printed Begin(Process process)
    {
        var printed = new Printed();
        process.OutputDataReceived += (_, line) => printed.Take(line.Data);
        process.ErrorDataReceived += (_, line) => printed.Take(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return printed;
    }

    private sealed class Printed
    {
        private readonly StringBuilder _text = new();

        public void Take(string? line)
        {
            lock (_text)
            {
                if (line is not null)
                    _text.Append(line).Append('\n');
            }
        }

        public ProcessResult End(Process process)
        {
            lock (_text)
                return new ProcessResult(process.ExitCode, _text.ToString());
        }
    }
}

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything that it printed, on both streams.</param>
public sealed record ProcessResult(int ExitCode, string Output);

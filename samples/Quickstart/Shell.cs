using System.Diagnostics;

namespace Ideogram.Build.Quickstart;

/// <summary>Runs other programs: never through a shell, without what this process inherited from a build or a CI system.</summary>
internal static class Shell
{
    private static readonly string[] Inherited = ["GITHUB_", "INPUT_", "RUNNER_", "MSBUILD", "IDEOGRAM_", "GIT_"];

    /// <summary>Runs a program, shows what it prints, and returns its exit code.</summary>
    public static Task<int> ShowAsync(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        RunAsync(folder, program, arguments, environment, line => Console.WriteLine("  " + line));

    /// <summary>Runs a program that must succeed, and returns what it prints.</summary>
    public static async Task<string> ReadAsync(string folder, string program, params string[] arguments)
    {
        var lines = new List<string>();
        var exit = await RunAsync(folder, program, arguments, null, line =>
        {
            lock (lines) lines.Add(line);
        });
        return exit == 0
            ? string.Join('\n', lines).Trim()
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {exit}: {string.Join('\n', lines)}");
    }

    private static async Task<int> RunAsync(string folder, string program, IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment, Action<string> show)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
        foreach (var name in start.Environment.Keys.Where(k => Array.Exists(Inherited, p => k.StartsWith(p, StringComparison.OrdinalIgnoreCase))).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, e) => Say(e.Data);
        process.ErrorDataReceived += (_, e) => Say(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync();
        return process.ExitCode;

        void Say(string? line)
        {
            if (line is not null) show(line);
        }
    }
}

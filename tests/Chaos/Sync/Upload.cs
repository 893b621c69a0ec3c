using System.Diagnostics;
using System.Reflection;
using Ideogram.Build.Emulator;

namespace Ideogram.Build.Chaos.Sync;

/// <summary>The real program as a process of its own, killed without a word (SIGKILL) where that is asked for.</summary>
internal static class Upload
{
    /// <summary>How long the program settles here, longer than <see cref="Schedule.MostLate"/>.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    /// <summary>An upload that takes longer hangs.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);

    private static readonly string Program = typeof(Upload).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Program").Value!;

    /// <summary>Uploads once.</summary>
    /// <param name="scenario">What.</param>
    /// <param name="host">Where to.</param>
    /// <param name="kill">After so many requests, and so long after; null to let it end.</param>
    /// <returns>The exit code, null if it was killed, and what the program said.</returns>
    public static async Task<(int? Exit, string Output)> RunAsync(Scenario scenario, EmulatorHost host, (int Requests, TimeSpan After)? kill)
    {
        File.Delete(scenario.Report);
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Program, "upload", scenario.Manifest, "--api-url", host.BaseAddress.AbsoluteUri, "--report", scenario.Report,
                "--settle", FormattableString.Invariant($"{Settle.TotalMilliseconds:0}ms"),
            ])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(scenario.Manifest)!,
        };
        start.Environment["IDEOGRAM_API_KEY"] = SyncRun.Key;
        // Short-lived processes: what the compiler learns here, nobody uses.
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Hanging);
        var ended = process.WaitForExitAsync(limit.Token);
        try
        {
            if (kill is { } at)
            {
                while (!ended.IsCompleted && host.CountRequests() < at.Requests) await Task.WhenAny(ended, Task.Delay(Poll, limit.Token));
                await Task.WhenAny(ended, Task.Delay(at.After, limit.Token));
                process.Kill();
            }

            await ended;
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new ChaosException("the upload hangs");
        }

        var said = await output;
        if (said[1].Contains("Unhandled exception", StringComparison.Ordinal)) throw new ChaosException($"the program broke down: {said[1]}");
        if (string.Concat(said).Contains(SyncRun.Key, StringComparison.Ordinal)) throw new ChaosException("the program printed the key");
        // 128 + SIGKILL: it was not over before the kill.
        return (process.ExitCode == 137 ? null : process.ExitCode, string.Concat(said));
    }
}

using System.Diagnostics;
using Ideogram.Build.Emulator;

namespace Ideogram.Build.Chaos.Sync;

/// <summary>The real program as a process of its own, killed without a word (SIGKILL) or told to stop (SIGTERM) where that is asked for.</summary>
internal static class Upload
{
    /// <summary>How long the program settles here, longer than <see cref="Schedule.MaxLate"/>.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    /// <summary>An upload that takes longer hangs.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromMinutes(3);

    /// <summary>Stopping takes a second, with many programs on one machine more.</summary>
    private static readonly TimeSpan Stopping = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(2);

    /// <summary>Uploads once.</summary>
    /// <param name="program">What uploads.</param>
    /// <param name="scenario">What.</param>
    /// <param name="host">Where to.</param>
    /// <param name="kill">How to end it; null to let it end.</param>
    /// <returns>The exit code, null if it was killed, and what the program said.</returns>
    public static async Task<(int? Exit, string Output)> RunAsync(RealProgram program, Scenario scenario, EmulatorHost host, Kill? kill)
    {
        File.Delete(scenario.Report);
        using var process = Process.Start(program.Start(
            Path.GetDirectoryName(scenario.Manifest)!, SyncRun.Key,
            "upload", scenario.Manifest, "--api-url", host.BaseAddress.AbsoluteUri, "--report", scenario.Report, "--settle",
                FormattableString.Invariant($"{Settle.TotalMilliseconds:0}ms")))!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Hanging);
        var ended = process.WaitForExitAsync(limit.Token);
        try
        {
            if (kill is { } at)
            {
                while (!ended.IsCompleted && host.CountRequests() < at.Requests) await Task.WhenAny(ended, Task.Delay(Poll, limit.Token));
                await Task.WhenAny(ended, Task.Delay(at.After, limit.Token));
                if (at.IsGentle) await TerminateAsync(process, ended);
                else process.Kill();
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
        // 128 + the signal: it was not over before the kill, or had not begun to listen.
        return (process.ExitCode is 137 or 143 ? null : process.ExitCode, string.Concat(said));
    }

    /// <summary>Who is told to stop must do so soon, and say what is known.</summary>
    private static async Task TerminateAsync(Process process, Task ended)
    {
        if (ended.IsCompleted) return;
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-TERM", $"{process.Id}"]) { UseShellExecute = false, RedirectStandardError = true })!;
        await kill.WaitForExitAsync();
        try
        {
            await ended.WaitAsync(Stopping);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw new ChaosException("the upload goes on after SIGTERM");
        }
    }
}

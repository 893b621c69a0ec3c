using System.Diagnostics;
using System.Text.Json;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;
using Ideogram.Build.Emulator;

namespace Ideogram.Build.Cli.Tests;

/// <summary>The real program, as a process of its own, is asked to stop while it uploads.</summary>
public sealed class SignalTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task A_signal_ends_an_upload_at_once_and_the_report_says_what_is_known(string signal)
    {
        using var git = new GitRepository();
        git.Write("ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        for (var i = 0; i < 4; i++) git.Write($"{i}.png", TestImages.Png(seed: i));
        // The first image goes alone; what comes after it is never answered.
        await using var emulator = await EmulatorHost.StartAsync(
            new EmulatorOptions { StateFolder = Path.Combine(git.Path, ".state"), ApiKey = ActionScene.Key, Faults = "delay:seconds=600,route=upload,nth=2" },
                Token);
        using var program = Start(git, signal, emulator.BaseAddress);
        string? line;
        while ((line = await program.StandardOutput.ReadLineAsync(Token)) is not null && !line.Contains("1 of 4", StringComparison.Ordinal))
        {
            // Until the first request is over.
        }

        line.ShouldNotBeNull();
        var clock = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", [$"-{signal}", $"{program.Id}"])) await kill.WaitForExitAsync(Token);
        var output = await program.StandardOutput.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);

        // A second on a quiet machine; tests share theirs.
        Stopwatch.GetElapsedTime(clock).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        program.ExitCode.ShouldBe(1, output);
        output.ShouldContain("(cancelled)");
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(git.Path, ".report.json"), Token));
        report.RootElement.GetProperty("cancelled").GetBoolean().ShouldBeTrue();
        var images = report.RootElement.GetProperty("datasets")[0].GetProperty("images").EnumerateArray().Select(i => i.GetProperty("outcome").GetString())
            .ToList();
        images.Count(o => o == "uploaded").ShouldBe(1);
        images.Count(o => o is "notSent" or "unconfirmed").ShouldBe(3);
        emulator.Datasets().Single().Files.Count.ShouldBe(1);
    }

    [Fact]
    public async Task SIGTERM_does_not_cut_off_what_SIGINT_has_begun()
    {
        using var git = new GitRepository();
        git.Write("ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        git.Write("a.png", TestImages.Png(seed: 1));
        await using var emulator = await EmulatorHost.StartAsync(
            new EmulatorOptions
            {
                StateFolder = Path.Combine(git.Path, ".state"),
                ApiKey = ActionScene.Key,
                Faults = "delay:seconds=600,route=upload|get"
            },
            Token);
        using var program = Start(git, "INT", emulator.BaseAddress);
        while (emulator.CountRequests() < 3)
            await Task.Yield();

        foreach (var signal in new[] { "INT", "TERM" })
        {
            using var kill = Process.Start("kill", [$"-{signal}", $"{program.Id}"]);
            await kill.WaitForExitAsync(Token);
        }

        var output = await program.StandardOutput.ReadToEndAsync(Token);
        await program.WaitForExitAsync(Token);
        program.ExitCode.ShouldBe(1, output);
        output.ShouldContain("(cancelled)");
        File.Exists(Path.Combine(git.Path, ".report.json")).ShouldBeTrue();
    }

    private static Process Start(GitRepository git, string signal, Uri address)
    {
        // A shell that starts tests in the background makes its children deaf to SIGINT.
        var start = new ProcessStartInfo(
            "env",
            [$"--default-signal={signal}", "dotnet", typeof(AppHost).Assembly.Location, "upload", "--api-url", address.AbsoluteUri, "--report", ".report.json"])
        {
            WorkingDirectory = git.Path,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        start.Environment[AppHost.KeyVariable] = ActionScene.Key;
        return Process.Start(start)!;
    }
}

using System.Diagnostics;
using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("--api-key k", "--state is missing")]
    [InlineData("--state s", "--api-key is missing")]
    [InlineData("--state", "--state requires a value")]
    [InlineData("--stat s", "Unknown option --stat")]
    [InlineData("state", "'state' is not an option")]
    [InlineData("--state s --api-key k --urls ftp://x", "--urls must be")]
    [InlineData("--state s --api-key k --faults storm", "unknown kind 'storm'")]
    [InlineData("--state s --api-key k --github-repo acme", "--github-repo must be KEY=VALUE")]
    [InlineData("--state s --api-key k --max-inflight 0", "--max-inflight must be")]
    public async Task Wrong_usage_exits_2_with_one_line(string arguments, string expected)
    {
        var (exit, output, errors) = await RunAsync(arguments.Split(' '));

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.Trim().ShouldContain(expected);
        errors.Trim().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task Help_shows_the_options_and_the_grammar_of_faults()
    {
        var (exit, output, _) = await RunAsync("--help");

        exit.ShouldBe(0);
        output.ShouldContain("--state DIR");
        output.ShouldContain("reset:at=before");
    }

    [Fact]
    public async Task It_says_where_it_listens_and_answers_there()
    {
        var state = Directory.CreateTempSubdirectory("emulator-").FullName;
        using var program = Start("--state", state, "--api-key", "k", "--urls", "http://127.0.0.1:0");
        try
        {
            var line = await program.StandardOutput.ReadLineAsync(EmulatorFixture.Cancelled);
            using var client = new HttpClient { BaseAddress = new Uri(line!["emulator: ".Length..]) };
            client.DefaultRequestHeaders.Add("Api-Key", "k");

            (await client.GetStringAsync("/datasets", EmulatorFixture.Cancelled)).ShouldBe("""{"datasets":[]}""");
        }
        finally
        {
            program.Kill();
            await program.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(state, recursive: true);
        }
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var program = Start(arguments);
        var output = program.StandardOutput.ReadToEndAsync(EmulatorFixture.Cancelled);
        var errors = program.StandardError.ReadToEndAsync(EmulatorFixture.Cancelled);
        await program.WaitForExitAsync(EmulatorFixture.Cancelled);
        return (program.ExitCode, await output, await errors);
    }

    private static Process Start(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("emulator-cwd-").FullName;
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var argument in (string[])[typeof(EmulatorHost).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}

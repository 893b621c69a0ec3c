using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands;

/// <summary>A command that is stopped while Ideogram does not answer says what it knows.</summary>
public sealed class StoppedTests : IDisposable
{
    private readonly GitRepository _git = new();

    public StoppedTests()
    {
        _git.Write("ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        _git.Write("a.png", TestImages.Png(seed: 1));
    }

    public void Dispose() => _git.Dispose();

    [Theory]
    [InlineData("plan", 0)]
    [InlineData("upload", 1)]
    [InlineData("train", 0)]
    public async Task Its_json_says_that_it_was_cancelled_and_that_nobody_was_asked(string command, int notSent)
    {
        var (code, output, errors) = await StopAsync(command, "--format", "json", "--report", "report.json");

        code.ShouldBe(1, errors);
        var report = JsonNode.Parse(output)!;
        report["cancelled"]!.GetValue<bool>().ShouldBeTrue();
        report["kind"]!.GetValue<string>().ShouldBe(command);
        report["totals"]!["planned"]!.GetValue<int>().ShouldBe(0);
        report["totals"]!["notSent"]!.GetValue<int>().ShouldBe(notSent);
        report["datasets"]!.AsArray().ShouldHaveSingleItem()!["source"]!.GetValue<string>().ShouldBe("none");
        (await File.ReadAllTextAsync(Path.Combine(_git.Path, "report.json"), TestContext.Current.CancellationToken)).Trim().ShouldBe(output.Trim());
    }

    [Fact]
    public async Task Its_last_line_says_that_it_was_cancelled() =>
        (await StopAsync("plan")).Output.TrimEnd().ShouldEndWith("ideogram: remote state of 1 dataset not checked (cancelled)");

    /// <summary>Stops the command once it has called a server that never answers.</summary>
    private async Task<TerminalResult> StopAsync(params string[] arguments)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal) { [AppHost.KeyVariable] = ActionScene.Key };

        var run = CommandLine.RunAsync([.. arguments, "--api-url", $"http://{server.LocalEndpoint}"],
            new AppHost(output, errors, variables, _git.Path, TimeProvider.System), stop.Token);
        using var call = await server.AcceptTcpClientAsync(stop.Token);
        await stop.CancelAsync();
        return new TerminalResult(await run, output.ToString(), errors.ToString());
    }
}

using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests.Commands;

/// <summary>How long Ideogram is waited for is a decision of the caller.</summary>
[Trait("Category", "Api2026")]
public sealed class PatienceOptionTests
{
    // Pauses grow to half a minute: this storm lasts for about six minutes.
    private const string Storm = "throttle:inflight=10,route=upload,nth=1-16";

    [Fact]
    public async Task A_command_waits_two_minutes_or_as_long_as_it_is_told()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Emulator.SetFaults(Storm);
        var impatient = await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        scene.Emulator.SetFaults(Storm);
        var patient = await Terminal.RunAsync(scene.Git.Path, scene, "upload", "--patience", "1h");

        impatient.Code.ShouldBe(1);
        impatient.Output.ShouldContain("IDEO5008");
        impatient.Output.ShouldContain("--patience 30m");
        impatient.Errors.ShouldContain("inflight_limit, at most 10 at the same time), trying again in ");
        patient.Code.ShouldBe(0, patient.Output);
        patient.Output.ShouldContain("3 uploaded, 0 failed");
    }

    [Fact]
    public async Task The_action_waits_ten_minutes_or_as_long_as_its_input_says()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        scene.Emulator.SetFaults(Storm);
        var impatient = await scene.PushAsync(main, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["patience"] = "1m" });
        scene.Emulator.SetFaults(Storm);
        var patient = await scene.PushAsync(main);

        impatient.ExitCode.ShouldBe(1);
        impatient.Summary.ShouldContain("your whole organization generates at the same time");
        patient.ExitCode.ShouldBe(0, patient.Log);
        scene.Emulator.Datasets().Single().Files.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10")]
    [InlineData("-1m")]
    [InlineData("1.5h")]
    [InlineData("25h")]
    [InlineData("99999999999h")]
    [InlineData("1d")]
    [InlineData("m")]
    public async Task What_is_no_duration_is_exit_2_and_nothing_is_asked(string patience)
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();

        var command = await Terminal.RunAsync(scene.Git.Path, scene, "plan", "--patience", patience);
        var input = new Dictionary<string, string>(StringComparer.Ordinal) { ["patience"] = patience.Length == 0 ? "x" : patience };
        var action = await scene.PushAsync(main, inputs: input);

        (command.Code, action.ExitCode).ShouldBe((2, 2));
        command.Errors.ShouldContain("--patience must be a duration such as 30m, 2h or 0s, at most 24h");
        action.Log.ShouldContain("The input patience is wrong");
        scene.Emulator.CountRequests().ShouldBe(0);
    }

    [Theory]
    [InlineData("500ms", 0.5)]
    [InlineData("20s", 20)]
    [InlineData("10m", 600)]
    [InlineData("24h", 86_400)]
    [InlineData("0s", 0)]
    public void A_duration_is_a_whole_number_and_its_unit(string text, double seconds) =>
        Duration.Parse(text, TimeSpan.FromDays(1)).ShouldBe(TimeSpan.FromSeconds(seconds));
}

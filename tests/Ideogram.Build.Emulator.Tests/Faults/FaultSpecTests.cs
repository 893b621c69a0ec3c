using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Faults;

public sealed class FaultSpecTests
{
    [Theory]
    [InlineData("storm", "unknown kind 'storm'")]
    [InlineData("status", "code is missing")]
    [InlineData("status:code=99", "code must be")]
    [InlineData("status:code=500,body=pdf", "body must be one of")]
    [InlineData("status:code=500,colour=red", "unknown key 'colour'")]
    [InlineData("status:code=500,code=501", "is there twice")]
    [InlineData("status:code=500,route=uplaod", "unknown route 'uplaod'")]
    [InlineData("delay", "seconds is missing")]
    [InlineData("counts:nth=3-2", "nth must be")]
    [InlineData("counts:rate=2", "rate must be")]
    [InlineData("reset:at=never", "at must be one of")]
    public async Task A_spec_that_cannot_be_read_says_why(string spec, string why)
    {
        await using var stage = await EmulatorFixture.OpenAsync();

        Should.Throw<FormatException>(() => stage.Host.SetFaults(spec)).Message.ShouldContain(why);
    }

    [Theory]
    [InlineData("nth=2", "-x---")]
    [InlineData("nth=2-3", "-xx--")]
    [InlineData("nth=3-", "--xxx")]
    [InlineData("rate=0", "-----")]
    [InlineData("rate=1", "xxxxx")]
    public async Task A_rule_befalls_the_requests_it_names(string when, string expected)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults($"status:code=503,route=list|get,{when}");

        (await PatternAsync(stage, 5)).ShouldBe(expected);
    }

    [Fact]
    public async Task A_seed_names_a_schedule()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var patterns = new List<string>();
        foreach (var spec in (string[])["status:code=503,rate=0.5,seed=1", "status:code=503,rate=0.5,seed=1", "status:code=503,rate=0.5,seed=2"])
        {
            stage.Host.SetFaults(spec);
            patterns.Add(await PatternAsync(stage, 40));
        }

        patterns[1].ShouldBe(patterns[0]);
        patterns[2].ShouldNotBe(patterns[0]);
        patterns[0].Count(c => c == 'x').ShouldBeInRange(10, 30);
    }

    [Fact]
    public async Task A_rule_leaves_other_routes_alone()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Host.SetFaults("status:code=503,route=upload; status:code=503,route=github");

        (await PatternAsync(stage, 2)).ShouldBe("--");
    }

    [Fact]
    public async Task An_unreadable_header_answers_400_and_names_the_header()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        stage.Client.DefaultRequestHeaders.Add("X-Emulator-Fault", "storm");

        using var answer = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);

        ((int)answer.StatusCode).ShouldBe(400);
        ((string?)(await EmulatorFixture.BodyAsync(answer))["error"])!.ShouldContain("X-Emulator-Fault");
    }

    private static async Task<string> PatternAsync(EmulatorFixture stage, int requests)
    {
        var pattern = "";
        for (var i = 0; i < requests; i++)
        {
            using var answer = await stage.Client.GetAsync("/datasets", EmulatorFixture.Cancelled);
            pattern += answer.IsSuccessStatusCode ? '-' : 'x';
        }

        return pattern;
    }
}

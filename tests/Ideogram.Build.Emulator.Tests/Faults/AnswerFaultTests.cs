using Ideogram.Build.Emulator.Tests.Support;

namespace Ideogram.Build.Emulator.Tests.Faults;

public sealed class AnswerFaultTests
{
    [Theory]
    [InlineData("lower", "a-cut.png")]
    [InlineData("upper", "A-CUT.PNG")]
    [InlineData("suffix", "A-cut_1.png")]
    [InlineData("null", null)]
    public async Task Names_come_back_altered_from_both_calls(string how, string? expected)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        stage.Host.SetFaults($"names:how={how}");

        var answer = await stage.UploadAsync(id, ("A-cut.png", TestImages.Png()));

        answer.Succeeded().ShouldBe([expected]);
        (await stage.GetAsync($"/datasets/{id}")).Names("files").ShouldBe([expected]);
    }

    [Theory]
    [InlineData("missing:images=1", 2)]
    [InlineData("missing:images=1,commit=yes", 3)]
    public async Task A_missing_file_is_in_neither_list_stored_or_not(string fault, int stored)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        stage.Host.SetFaults(fault);

        var answer = await stage.UploadAsync(id, EmulatorFixture.Pngs(3));

        answer.Succeeded().Length.ShouldBe(2);
        answer.Failed().ShouldBeEmpty();
        ((int)(await stage.GetAsync($"/datasets/{id}"))["file_count"]!).ShouldBe(stored);
    }

    [Fact]
    public async Task Counts_disagree_with_the_lists()
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        stage.Host.SetFaults("counts");

        var answer = await stage.UploadAsync(id, EmulatorFixture.Pngs(2));

        answer.Succeeded().Length.ShouldBe(2);
        ((int)answer["success_count"]!).ShouldNotBe(2);
    }

    [Theory]
    [InlineData("refuse:reason=INTERNAL_ERROR", "image-000.png", "INTERNAL_ERROR")]
    [InlineData("refuse:reason=MELTED,containing=002", "image-002.png", "MELTED")]
    public async Task A_refused_image_is_not_stored_and_says_the_reason(string fault, string name, string reason)
    {
        await using var stage = await EmulatorFixture.OpenAsync();
        var id = await stage.CreateAsync();
        stage.Host.SetFaults($"{fault},nth=1");

        var answer = await stage.UploadAsync(id, EmulatorFixture.Pngs(3));

        answer.Failed().ShouldBe([(name, reason)]);
        (await stage.GetAsync($"/datasets/{id}")).Names("files").ShouldNotContain(name);
        (await stage.UploadAsync(id, EmulatorFixture.Pngs(3))).Failed().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lagging_file_and_its_caption_show_later()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { TimeProvider = new TurnedClock() });
        var id = await stage.CreateAsync();
        await stage.UploadAsync(id, ("a.png", TestImages.Png(seed: 1)), ("a.txt", "old"u8.ToArray()));
        stage.Host.SetFaults("lag:seconds=3,route=upload");

        var answer = await stage.UploadAsync(id, ("a.txt", "new"u8.ToArray()), ("b.png", TestImages.Png(seed: 2)));

        answer.Succeeded().ShouldBe(["b.png", "a.txt"]);
        var before = await stage.GetAsync($"/datasets/{id}");
        before.Names("files").ShouldBe(["a.png"]);
        before.CaptionOf("a.png").ShouldBe("old");
        stage.Host.AdvanceClock(TimeSpan.FromSeconds(3));
        var after = await stage.GetAsync($"/datasets/{id}");
        after.Names("files").ShouldBe(["a.png", "b.png"]);
        after.CaptionOf("a.png").ShouldBe("new");
    }

    [Fact]
    public async Task A_client_that_asks_what_arrived_gets_everything_there_under_random_faults()
    {
        await using var stage = await EmulatorFixture.OpenAsync(options => options with { TimeProvider = new TurnedClock() });
        var id = await stage.CreateAsync();
        stage.Host.SetFaults("random:seed=3,rate=0.5,route=upload");
        var wanted = EmulatorFixture.Pngs(60);

        for (var round = 0; round < 200; round++)
        {
            stage.Host.AdvanceClock(TimeSpan.FromSeconds(10));
            var there = (await stage.GetAsync($"/datasets/{id}")).Names("files");
            var rest = wanted.Where(image => !there.Contains(image.Name)).Take(3).ToArray();
            try
            {
                if (rest.Length > 0)
                    (await stage.SendFilesAsync(id, rest)).Dispose();
            }
            catch (HttpRequestException)
            {
                // A cut connection is what this test is about: the next round asks what arrived.
            }
        }

        (await stage.GetAsync($"/datasets/{id}")).Names("files").Order().ShouldBe(wanted.Select(image => image.Name));
        stage.Host.Requests.Where(request => request.Route == "upload").Select(request => request.Status).Distinct().Count().ShouldBeGreaterThan(2);
    }
}

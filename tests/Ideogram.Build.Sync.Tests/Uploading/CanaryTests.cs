using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Tests.Uploading;

public sealed class CanaryTests
{
    [Theory]
    [InlineData("suffix")]
    [InlineData("upper")]
    [InlineData("null")]
    public async Task Names_that_do_not_survive_stop_the_run_after_one_image(string how)
    {
        await using var scene = await SyncScene.StartAsync($"names:how={how}");
        scene.Manifest().Images(5);

        var report = await scene.UploadAsync();

        scene.Stored().Count.ShouldBe(1);
        report.Count(Outcome.NotSent).ShouldBe(4);
        report.Diagnostics.Select(d => d.Code).ShouldContain(UploadRules.NamesAltered.Code);
    }

    [Fact]
    public async Task An_image_that_is_refused_is_no_canary_the_next_one_is()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3).Write("a-unsafe.png", TestImages.Png(seed: 50));

        var report = await scene.UploadAsync();

        (report.Count(Outcome.Uploaded), report.Count(Outcome.Failed)).ShouldBe((3, 1));
        scene.Host.CountRequests("upload").ShouldBe(3, "the refused one, the canary, and the rest together");
    }

    [Fact]
    public async Task A_dataset_that_shows_content_names_needs_no_canary()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);
        await scene.UploadAsync();
        scene.Images(6).Host.ForgetRequests();

        (await scene.UploadAsync()).Count(Outcome.Uploaded).ShouldBe(4);

        scene.Host.CountRequests("upload").ShouldBe(1);
    }
}

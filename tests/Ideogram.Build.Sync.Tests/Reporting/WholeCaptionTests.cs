using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;

namespace Ideogram.Build.Sync.Tests.Reporting;

/// <summary>What a reviewer reads is all there is, or the report says what is not there.</summary>
public sealed class WholeCaptionTests
{
    [Fact]
    public async Task A_long_caption_says_how_much_follows_and_unfolds()
    {
        await using var scene = await SyncScene.StartAsync();
        var text = Render(await DocumentAsync(scene.Write("a.png", TestImages.Png()).Write("a.txt", new string('x', 240) + new string('y', 1_233) + "Z")
            .Manifest()));

        text.ShouldContain($"<code>{new string('x', 240)}…</code> 1,234 more characters<details><summary>the whole "
            + $"caption</summary><code>{new string('x', 240)}{new string('y', 1_233)}Z</code></details>");
    }

    [Fact]
    public async Task A_caption_that_fits_has_nothing_to_unfold()
    {
        await using var scene = await SyncScene.StartAsync();
        var text = Render(await DocumentAsync(scene.Write("a.png", TestImages.Png()).Write("a.txt", new string('x', 240)).Manifest()));

        text.ShouldContain($"<code>{new string('x', 240)}</code>");
        text.ShouldNotContain("more character");
        text.ShouldNotContain("whole caption");
    }

    [Fact]
    public async Task Where_there_is_no_room_the_rest_of_long_captions_goes_first_and_is_counted()
    {
        await using var scene = await SyncScene.StartAsync();
        for (var i = 0; i < 8; i++) scene.Write($"a{i}.png", TestImages.Png(seed: i)).Write($"a{i}.txt", new string('y', 10_000));
        var document = await DocumentAsync(scene.Manifest());

        Render(document).ShouldContain("Left out because of the size limit: the rest of long captions. ");
        Render(document).ShouldContain("9,760 more characters");
        Render(document).ShouldNotContain("whole caption");
        Render(document, 1_000_000).ShouldContain("whole caption");
    }

    [Fact]
    public async Task An_image_in_an_archive_says_that_no_picture_can_be_shown()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Write("ideogram.yml", "name: Acme\nimages: [shoot.zip, b.png]\n").Write("shoot.zip", TestZip.Create(("a.png", TestImages.Png(seed: 1))))
            .Write("b.png", TestImages.Png(seed: 2));

        Render(await DocumentAsync(scene)).Split("in an archive: no picture").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_report_is_cleaned_before_anything_is_cut_or_escaped()
    {
        const string Secret = "hunter2@host#1";
        await using var scene = await SyncScene.StartAsync();
        scene.Write("a.png", TestImages.Png()).Write("a.txt", new string('x', 230) + Secret + " and https://bob:pw@host").Manifest("id: abc");
        var document = CleanReport.Of(await DocumentAsync(scene), new Redactor(Secret, "planned", "dataset"));

        document.Datasets[0].Images[0].Caption.ShouldBe(new string('x', 230) + "*** and https://***@host");
        document.Datasets[0].Images[0].Outcome.ShouldBe(Outcome.Planned);
        Render(document).ShouldNotContain("hunter2");
    }

    private static async Task<ReportDocument> DocumentAsync(SyncScene scene)
    {
        var plan = await scene.Engine().PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);
        var datasets = plan.Datasets.Select(d => new DatasetReport
        {
            Plan = d,
            Images = [.. d.Images.Select(i => new ImageResult(i, Outcome.Planned))],
            Diagnostics = d.Diagnostics
        });
        return ReportDocument.From(new Report { Kind = RunKind.Plan, Started = default, Datasets = [.. datasets] }, f => Path.GetFileName(f));
    }

    private static string Render(ReportDocument document, int bytes = 60_000) =>
        MarkdownReport.Render(document, ILinks.None, new MarkdownOptions { MaxBytes = bytes });
}

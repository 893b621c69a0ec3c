using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Uploading;
using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Sync.Tests.Uploading;

/// <summary>Corners in which an image could be sent twice, or called uploaded without being there.</summary>
public sealed class LostAnswerTests
{
    [Fact]
    public async Task An_internal_error_of_a_caption_alone_does_not_send_its_image_again_while_it_is_on_its_way()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("id: d").Images(1).Write("image-01.txt", "One");
        var image = (await scene.PlanAsync()).Images[0].RemoteName;
        var caption = Path.ChangeExtension(image, ".txt");
        await using var server = await ScriptedServer.StartAsync(
            Story.Meanwhile("GET /datasets/d", Answer.Dataset()),
            Story.Once("POST /datasets/d", Answer.Took([image], refused: (caption, "INTERNAL_ERROR"))),
            Story.Twice("GET /datasets/d", Answer.Dataset()),
            Story.Meanwhile("GET /datasets/d", Answer.Dataset(new { file_name = image })),
            Story.Once("POST /datasets/d", Answer.Took(caption)),
            Story.Meanwhile("GET /datasets/d", Answer.Dataset(new { file_name = image, caption = "One" })));
        scene.Client = scene.Client with { BaseAddress = server.Address };

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(1, string.Join('\n', report.Diagnostics));
        server.ShouldBePlayed();
        report.Images[0].BytesSent.ShouldBe(report.Images[0].Image.Asset.Image.Bytes + 3 + 3, "the image once, its caption twice");
    }

    [Fact]
    public async Task A_canary_whose_answer_is_lost_and_whose_name_is_altered_is_not_sent_again()
    {
        await using var scene = await SyncScene.StartAsync("names:how=suffix,route=get;reset:at=commit,route=upload");
        scene.Manifest().Images(4);

        var report = await scene.UploadAsync();

        scene.Stored().Count.ShouldBe(1);
        report.Diagnostics.Select(d => d.Code).ShouldContain(UploadRules.NamesAltered.Code);
    }

    [Fact]
    public async Task Lost_connections_make_the_batches_smaller()
    {
        await using var scene = await SyncScene.StartAsync("reset:at=body,route=upload,nth=2-3");
        scene.Manifest().Images(9);

        (await scene.UploadAsync()).Count(Outcome.Uploaded).ShouldBe(9);

        scene.Host.CountRequests("upload").ShouldBeGreaterThan(5, "the canary, eight, two lost halves, and then more than two");
    }

    [Fact]
    public async Task Once_the_account_is_empty_no_other_dataset_is_even_created()
    {
        await using var scene = await SyncScene.StartAsync("status:code=402,route=upload");
        scene.Options = scene.Options with { Parallelism = 1 };
        foreach (var name in new[] { "a", "b", "c" })
            scene.Write($"{name}/ideogram.yml", $"name: {name}\nimages: [\"*.png\"]\n").Write($"{name}/1.png", TestImages.Png(seed: name[0]));

        var report = await scene.UploadAllAsync();

        report.IsSuccess.ShouldBeFalse();
        report.Count(Outcome.NotSent).ShouldBe(3);
        scene.Host.CountRequests("create").ShouldBe(1);
        report.Datasets.ShouldAllBe(d => d.Diagnostics.Any(p => p.Code == ApiRules.PaymentRequired.Code));
    }

    [Fact]
    public async Task While_ideogram_throttles_no_two_uploads_are_under_way()
    {
        // The first four come together; whoever comes after the first 429 must come alone.
        var together = Story.Times(4, "POST /datasets/d", Answer.Status(StatusCodes.Status429TooManyRequests));
        var alone = Story.Meanwhile("POST /datasets/d", Answer.Status(StatusCodes.Status400BadRequest));
        await using var server = await ScriptedServer.StartAsync(together, alone, Story.Whenever("GET /datasets/d", Answer.Dataset()));
        using var uploads = new UploadGate(4, TimeProvider.System);
        using var client = new IdeogramClient(new IdeogramClientOptions(SyncScene.Key)
        {
            BaseAddress = server.Address,
            RetryDelay = TimeSpan.FromMilliseconds(5)
        }, TimeProvider.System);
        var bytes = new byte[10];

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => uploads.RunAsync(
            () => Should.ThrowAsync<IdeogramException>(() => client.UploadAsync(
                "d", [new UploadFile($"{i}.png", "image/png", bytes.Length, () => new MemoryStream(bytes))], uploads, TestContext.Current.CancellationToken)),
            TestContext.Current.CancellationToken)));

        server.ShouldBePlayed();
        alone.Played.ShouldBeGreaterThanOrEqualTo(4);
        alone.MaxAtOnce.ShouldBe(1);
    }

    [Fact]
    public async Task Keep_stale_a_caption_that_was_removed_is_listed_and_nothing_is_sent()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("update: keep-stale").Images(2).Write("image-01.txt", "One");
        await scene.UploadAsync();
        File.Delete(Path.Combine(scene.Root, "image-01.txt"));
        scene.Host.ForgetRequests();

        var report = await scene.UploadAsync();

        report.Plan.Count(Change.CaptionRemoved).ShouldBe(1);
        report.Count(Outcome.Unchanged).ShouldBe(2);
        scene.Host.CountRequests("upload").ShouldBe(0);
    }

    [Fact]
    public async Task A_caption_for_a_matched_file_keeps_the_stem_whatever_letters_it_has()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("foreign: match").Write("Löwe 獅.png", TestImages.Png(seed: 3)).Write("Löwe 獅.txt", "A lion");
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        var made = await client.CreateDatasetAsync("Acme", TestContext.Current.CancellationToken);
        var bytes = TestImages.Png(seed: 3);
        await client.UploadAsync(made.Id, [new UploadFile("Löwe 獅.png", "image/png", bytes.Length, () => new MemoryStream(bytes))], null,
            TestContext.Current.CancellationToken);

        var report = await scene.UploadAsync();

        report.IsSuccess.ShouldBeTrue(string.Join('\n', report.Diagnostics));
        scene.Stored().Single().Caption.ShouldBe("A lion");
    }

    [Fact]
    public async Task An_archive_damaged_after_inspection_is_a_changed_file_and_no_broken_connection()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Write("ideogram.yml", "name: Acme\nimages: [shoot.zip]\n")
            .Write("shoot.zip", TestZip.Create(("a.png", TestImages.Png(seed: 1)), ("b.png", TestImages.Png(seed: 2))));
        var engine = scene.Engine();
        var plan = await engine.PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);
        var file = Path.Combine(scene.Root, "shoot.zip");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[60] ^= 0xFF;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        var report = (await engine.UploadAsync(plan, null, TestContext.Current.CancellationToken)).Datasets[0];

        report.Diagnostics.ShouldHoldOnly(ApiRules.FileChanged);
        (report.Count(Outcome.Uploaded), report.Count(Outcome.Failed)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_id_that_is_not_allowed_is_not_let_in_by_the_name_beside_it()
    {
        await using var scene = await SyncScene.StartAsync();
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        var secret = await client.CreateDatasetAsync("Secret", TestContext.Current.CancellationToken);
        scene.Options = scene.Options with { AllowedDatasets = ["Acme"] };
        scene.Manifest($"id: {secret.Id}").Images(1);

        var report = await scene.UploadAsync();

        report.Diagnostics.ShouldHoldOnly(PlanRules.NotAllowed).Message.ShouldContain("Secret");
        scene.Stored().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_commit_later_than_the_settle_window_doubles_and_the_next_plan_says_so()
    {
        await using var scene = await SyncScene.StartAsync("late:seconds=3600,route=upload,nth=2");
        scene.Manifest().Images(2);
        (await scene.UploadAsync()).IsSuccess.ShouldBeTrue();
        scene.Host.AdvanceClock(TimeSpan.FromHours(2));

        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(PlanRules.Doubled);
    }

    [Fact]
    public async Task A_creation_that_came_to_nothing_is_tried_again_after_a_look()
    {
        await using var scene = await SyncScene.StartAsync("status:code=503,route=create,nth=1");
        scene.Manifest().Images(1);

        (await scene.UploadAsync()).Count(Outcome.Uploaded).ShouldBe(1);

        scene.Host.Datasets().Count.ShouldBe(1);
    }
}

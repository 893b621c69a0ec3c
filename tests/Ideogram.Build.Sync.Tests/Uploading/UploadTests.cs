using Ideogram.Build.Sync.Naming;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Tests.Uploading;

public sealed class UploadTests
{
    [Fact]
    public async Task New_images_arrive_with_their_captions_under_content_names()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3).Write("image-02.txt", "Two\n");

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(3);
        report.IsSuccess.ShouldBeTrue();
        report.IsCreated.ShouldBeTrue();
        scene.Stored().Select(f => f.Name).Order().ShouldBe(report.Plan.Images.Select(i => ContentName.Create(i.Asset)).Order());
        scene.Stored().Single(f => f.Name.StartsWith("image-02-", StringComparison.Ordinal)).Caption.ShouldBe("Two");
    }

    [Fact]
    public async Task A_second_run_sends_nothing_and_asks_twice()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3);
        await scene.UploadAsync();
        scene.Host.ForgetRequests();

        var report = await scene.UploadAsync();

        report.Count(Outcome.Unchanged).ShouldBe(3);
        scene.Host.CountRequests().ShouldBe(2, "the list of datasets, and the dataset");
    }

    [Fact]
    public async Task With_an_id_a_run_that_has_nothing_to_do_asks_once()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3);
        var first = await scene.UploadAsync();
        scene.Manifest($"id: {first.DatasetId}");
        scene.Host.ForgetRequests();

        (await scene.UploadAsync()).Count(Outcome.Unchanged).ShouldBe(3);

        scene.Host.CountRequests().ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_image_fails_with_its_reason_and_the_others_arrive()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3).Write("unsafe.png", TestImages.Png(seed: 99));

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(3);
        var failed = report.Images.Single(i => i.Outcome == Outcome.Failed);
        failed.Failure!.Reason.ShouldBe("FAILED_SAFETY_CHECK");
        failed.Failure.Advice.ShouldNotBeNullOrEmpty();
        var problem = report.Diagnostics.ShouldHoldOnly(UploadRules.SafetyCheck);
        problem.File.ShouldEndWith("unsafe.png");
        report.IsSuccess.ShouldBeFalse();
    }

    [Fact]
    public async Task A_reason_that_nobody_knows_yet_is_reported_as_it_came()
    {
        await using var scene = await SyncScene.StartAsync("refuse:reason=TOO_BORING,route=upload,containing=image-02");
        scene.Manifest().Images(2);

        var report = await scene.UploadAsync();

        report.Images.Single(i => i.Outcome == Outcome.Failed).Failure!.Reason.ShouldBe("TOO_BORING");
        report.Diagnostics.ShouldHoldOnly(UploadRules.OtherReason);
    }

    [Fact]
    public async Task Batches_keep_to_the_number_of_images_and_the_bytes()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Options = scene.Options with { BatchFiles = 4 };
        scene.Manifest().Images(13);

        (await scene.UploadAsync()).Count(Outcome.Uploaded).ShouldBe(13);

        scene.Host.CountRequests("upload").ShouldBe(4, "the canary, and twelve in fours");
    }

    [Fact]
    public async Task A_request_that_is_too_large_is_halved_until_it_fits()
    {
        await using var scene = await SyncScene.StartAsync("status:code=413,route=upload,nth=2-3");
        scene.Manifest().Images(9);

        var report = await scene.UploadAsync();

        report.Count(Outcome.Uploaded).ShouldBe(9);
        scene.Stored().Count.ShouldBe(9);
    }

    [Fact]
    public async Task An_image_that_changed_since_inspection_is_not_sent_under_a_wrong_hash()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3);
        var engine = scene.Engine();
        var plan = await engine.PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);
        var other = TestImages.Png(seed: 77);
        scene.Write("image-02.png", other);

        var report = (await engine.UploadAsync(plan, null, TestContext.Current.CancellationToken)).Datasets[0];

        report.Images.Single(i => i.Outcome == Outcome.Failed).Image.Asset.RelativePath.ShouldBe("image-02.png");
        report.Count(Outcome.Uploaded).ShouldBe(2);
        scene.Stored().Count.ShouldBe(2);
        report.Diagnostics.ShouldHoldOnly(Sync.Api.ApiRules.FileChanged);
    }

    [Fact]
    public async Task Two_datasets_are_filled_in_one_run()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Write("a/ideogram.yml", "name: A\nimages: [\"*.png\"]\n").Write("a/1.png", TestImages.Png(seed: 1));
        scene.Write("b/ideogram.yml", "name: B\nimages: [\"*.png\"]\n").Write("b/2.png", TestImages.Png(seed: 2));
        var validator = new Datasets.Validation.DatasetValidator(new Datasets.Validation.ValidatorOptions());
        var datasets = validator.Validate([Path.Combine(scene.Root, "a", "ideogram.yml"), Path.Combine(scene.Root, "b", "ideogram.yml")],
            TestContext.Current.CancellationToken);
        var engine = scene.Engine();

        var report = await engine.UploadAsync(await engine.PlanAsync(datasets, TestContext.Current.CancellationToken), null,
            TestContext.Current.CancellationToken);

        report.Count(Outcome.Uploaded).ShouldBe(2);
        scene.Host.Datasets().Select(d => (d.Name, d.Files.Count)).Order().ShouldBe([("A", 1), ("B", 1)]);
    }

    [Fact]
    public async Task A_caption_that_is_missing_there_is_sent_alone()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);
        await scene.UploadAsync();
        scene.Write("image-01.txt", "One");
        scene.Host.ForgetRequests();

        var report = await scene.UploadAsync();

        (report.Count(Outcome.Uploaded), report.Count(Outcome.CaptionSent), report.Count(Outcome.Unchanged)).ShouldBe((0, 1, 1));
        scene.Stored().Count.ShouldBe(2);
        scene.Stored().Single(f => f.Name.StartsWith("image-01-", StringComparison.Ordinal)).Caption.ShouldBe("One");
    }

    [Fact]
    public async Task A_cancelled_run_sends_nothing_more_and_reports_what_is_known()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(5);
        using var source = new CancellationTokenSource();
        var engine = scene.Engine();
        var plan = await engine.PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);
        var progress = new Once(source.Cancel);

        var report = await engine.UploadAsync(plan, progress, source.Token);

        report.IsCancelled.ShouldBeTrue();
        report.IsSuccess.ShouldBeFalse();
        report.Count(Outcome.Uploaded).ShouldBe(1, "the canary was on its way and the last look saw it");
        report.Count(Outcome.NotSent).ShouldBe(4);
        scene.Stored().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Progress_has_counts_and_bytes_before_the_first_request_and_ends_at_their_totals()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3).Write("image-01.txt", "One");
        var engine = scene.Engine();
        var plan = await engine.PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);
        var bytes = plan.Datasets[0].Images.Sum(i => i.Asset.Image.Bytes) + "One".Length;
        var seen = new Seen();

        await engine.UploadAsync(plan, seen, TestContext.Current.CancellationToken);

        seen.Values[0].ShouldBe(new UploadProgress("Acme", 0, 3, "") { TotalBytes = bytes });
        seen.Values[^1].ShouldBe(new UploadProgress("Acme", 3, 3, "2 images: sent") { Bytes = bytes, TotalBytes = bytes });
    }

    private sealed class Seen : IProgress<UploadProgress>
    {
        public List<UploadProgress> Values { get; } = [];

        public void Report(UploadProgress value) => Values.Add(value);
    }

    private sealed class Once(Action action) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value)
        {
            if (value.Message.Length > 0) action();
        }
    }
}

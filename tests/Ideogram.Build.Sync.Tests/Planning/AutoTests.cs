using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using static Ideogram.Build.Sync.Tests.Support.AutoScene;

namespace Ideogram.Build.Sync.Tests.Planning;

/// <summary><c>update: auto</c>, the default: additions are added, an edit starts the next dataset of the family.</summary>
[Trait("Category", "Auto")]
public sealed class AutoTests
{
    [Fact]
    public async Task New_images_and_captions_are_added_to_the_dataset()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);
        await scene.UploadAsync();
        scene.Images(3).Write("image-01.txt", "A caption for what is there");

        var report = await scene.UploadAsync();

        report.IsSuccess.ShouldBeTrue(string.Join('\n', report.Diagnostics));
        report.Plan.IsReplacement.ShouldBeFalse();
        (report.Count(Outcome.Uploaded), report.Count(Outcome.CaptionSent), report.Count(Outcome.Unchanged)).ShouldBe((1, 1, 1));
        Held(scene, "Acme").ShouldBe(["image-01: A caption for what is there", "image-02: ", "image-03: "]);
    }

    [Theory]
    [InlineData("image-01.txt", "After", Change.CaptionChanged)]
    [InlineData("image-01.txt", null, Change.CaptionRemoved)]
    public async Task An_edited_or_removed_caption_starts_the_next_dataset(string file, string? after, Change change)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3).Write("image-01.txt", "Before");
        var first = await scene.UploadAsync();
        Edit(scene, file, after);

        var plan = await scene.PlanAsync();
        var report = await scene.UploadAsync();

        plan.Baseline.ShouldBe(new Baseline(PlanSource.Dataset, "Acme", first.DatasetId, plan.Baseline!.Removed, plan.Baseline.Foreign));
        plan.Target.ShouldBe(new DatasetTarget("Acme v2", null));
        plan.Images.Select(i => i.Difference).ShouldBe([change, Change.Unchanged, Change.Unchanged]);
        plan.Images.ShouldAllBe(i => i.Change == Change.New);
        plan.Images[0].FormerCaption.ShouldBe("Before");
        (plan.ImagesBefore, plan.ImagesAfter).ShouldBe((0, 3));
        report.IsSuccess.ShouldBeTrue(string.Join('\n', report.Diagnostics));
        Held(scene, "Acme v2").ShouldBe([$"image-01: {after}", "image-02: ", "image-03: "]);
        Held(scene, "Acme").ShouldBe(["image-01: Before", "image-02: ", "image-03: "]);
        (await scene.PlanAsync()).IsDifferent.ShouldBeFalse();
    }

    [Fact]
    public async Task An_edited_and_a_removed_image_start_the_next_dataset()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3);
        await scene.UploadAsync();
        scene.Write("image-01.png", TestImages.Png(seed: 42));
        Edit(scene, "image-02.png", null);

        var report = await scene.UploadAsync();

        report.Plan.Baseline!.Removed.Count.ShouldBe(2);
        report.Plan.Images.Select(i => i.Difference).ShouldBe([Change.New, Change.Unchanged]);
        Held(scene, "Acme v2").Count.ShouldBe(2);
        Held(scene, "Acme v2").ShouldContain("image-03: ");
    }

    [Fact]
    public async Task A_whole_new_set_of_many_images_is_not_counted_with_the_old_one()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(60);
        await scene.UploadAsync();
        for (var i = 1; i <= 60; i++) scene.Write($"image-{i:00}.png", TestImages.Png(seed: 1000 + i));

        var plan = await scene.PlanAsync();

        plan.IsSound.ShouldBeTrue(string.Join('\n', plan.Diagnostics));
        plan.ImagesAfter.ShouldBe(60);
    }

    [Fact]
    public async Task The_plan_and_the_report_say_it_in_plain_words_and_what_differs_before_the_rest()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(12).Write("image-07.txt", "A typpo");
        await scene.UploadAsync();
        scene.Write("image-07.txt", "A typo");

        var planned = TextOf(RunKind.Plan, Report.FromPlan(new Plan([await scene.PlanAsync()]), RunKind.Plan, default, default));
        var uploaded = TextOf(RunKind.Upload, await scene.RunAsync());

        planned.Split('\n')[1].Trim().ShouldBe("This edit starts a new dataset, 'Acme v2': 12 images are sent again. "
            + "'Acme' stays at Ideogram; delete it there.");
        planned.Split('\n')[2].ShouldStartWith("  caption changed  image-07.png");
        planned.Split('\n')[3].Trim().ShouldBe("against 'Acme': 0 new, 1 with a new caption, 11 sent again; 12 of 100 images afterwards");
        planned.ShouldNotContain("image-01.png");
        uploaded.ShouldContain("This edit started a new dataset, 'Acme v2'. 'Acme' stays at Ideogram; delete it there.");
        uploaded.ShouldNotContain("pin it");
    }

    [Fact]
    public async Task A_reverted_edit_starts_another_dataset_and_leaves_the_old_ones_alone()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2).Write("image-01.txt", "Before");
        foreach (var caption in new[] { "Before", "After", "Before" })
        {
            scene.Write("image-01.txt", caption);
            (await scene.UploadAsync()).IsSuccess.ShouldBeTrue();
        }

        Held(scene, "Acme").ShouldBe(["image-01: Before", "image-02: "]);
        Held(scene, "Acme v2").ShouldBe(["image-01: After", "image-02: "]);
        Held(scene, "Acme v3").ShouldBe(["image-01: Before", "image-02: "]);
    }

    [Fact]
    public async Task A_training_of_an_edited_set_waits_for_the_upload()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("training: {base: ideogram-v4, model-name: Acme Brand}").Images(15).Write("image-01.txt", "Before");
        await scene.UploadAsync();
        scene.Write("image-01.txt", "After");
        var plan = await scene.Engine().PlanAsync([scene.Validate()], Token);
        var trained = await scene.Engine().TrainAsync(
            Report.FromPlan(plan, RunKind.Train, default, default), new() { IsAsked = true, IsAllowed = true }, null, Token);

        trained.Datasets[0].Training!.Outcome.ShouldBe(TrainingOutcome.Skipped);
        trained.Datasets[0].Training!.Reason.ShouldNotBeNull().ShouldContain("run upload first");
    }
}

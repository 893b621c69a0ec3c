using Ideogram.Build.Emulator.Ideogram;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Uploading;

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
    public async Task An_interrupted_replacement_goes_on_where_it_was()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(5).Write("image-01.txt", "Before");
        await scene.UploadAsync();
        scene.Write("image-01.txt", "After");
        scene.Options = scene.Options with { BatchFiles = 1, Parallelism = 1 };
        scene.Host.SetFaults("status:code=403,route=upload,nth=3-");
        var stopped = await scene.UploadAsync();
        scene.Host.SetFaults("");

        var report = await scene.UploadAsync();

        stopped.Count(Outcome.Uploaded).ShouldBe(2);
        report.Plan.IsReplacement.ShouldBeFalse();
        (report.Count(Outcome.Uploaded), report.Count(Outcome.Unchanged)).ShouldBe((3, 2));
        Held(scene, "Acme v2").ShouldBe(["image-01: After", "image-02: ", "image-03: ", "image-04: ", "image-05: "]);
        scene.Host.Datasets().Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_interrupted_replacement_that_was_edited_again_starts_the_one_after()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(3).Write("image-01.txt", "One");
        await scene.UploadAsync();
        scene.Write("image-01.txt", "Two");
        scene.Options = scene.Options with { BatchFiles = 1, Parallelism = 1 };
        scene.Host.SetFaults("status:code=403,route=upload,nth=2-");
        await scene.UploadAsync();
        scene.Host.SetFaults("");
        scene.Write("image-01.txt", "Three");

        (await scene.UploadAsync()).IsSuccess.ShouldBeTrue();

        Held(scene, "Acme v3").ShouldBe(["image-01: Three", "image-02: ", "image-03: "]);
    }

    [Fact]
    public async Task A_new_dataset_that_was_left_empty_is_filled()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1).Write("image-01.txt", "Before");
        await scene.UploadAsync();
        scene.Write("image-01.txt", "After");
        scene.Host.SetFaults("status:code=403,route=upload");
        await scene.UploadAsync();
        scene.Host.SetFaults("");

        (await scene.UploadAsync()).IsSuccess.ShouldBeTrue();

        scene.Host.Datasets().Select(d => d.Name).ShouldBe(["Acme", "Acme v2"], ignoreOrder: true);
        Held(scene, "Acme v2").ShouldBe(["image-01: After"]);
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
    public async Task Another_name_is_another_family()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);
        await scene.UploadAsync();
        scene.Write("ideogram.yml", "name: Other\nimages: [\"**/*.png\"]\n");

        var report = await scene.UploadAsync();

        report.Plan.IsReplacement.ShouldBeFalse();
        scene.Host.Datasets().Select(d => d.Name).ShouldBe(["Acme", "Other"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("Acme v02")]
    [InlineData("Acme v1")]
    [InlineData("Acme v2 draft")]
    [InlineData("acme v2")]
    [InlineData("Acme v1000")]
    public async Task Only_names_of_the_family_count(string other)
    {
        await using var scene = await SyncScene.StartAsync();
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        var made = await client.CreateDatasetAsync(other, TestContext.Current.CancellationToken);
        scene.Manifest().Images(1);
        await PutAsync(client, made.Id, "theirs.png");

        (await scene.PlanAsync()).Target.ShouldBe(new DatasetTarget("Acme", null));
    }

    [Fact]
    public async Task Two_filled_datasets_of_the_highest_number_are_an_error()
    {
        await using var scene = await SyncScene.StartAsync();
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        scene.Manifest().Images(1);
        for (var i = 0; i < 2; i++)
            await PutAsync(client, (await client.CreateDatasetAsync("Acme v2", TestContext.Current.CancellationToken)).Id, "theirs.png");

        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(PlanRules.AmbiguousName).Message.ShouldContain("Acme v2");
    }

    [Theory]
    [InlineData("refuse", false)]
    [InlineData("match", false)]
    [InlineData("keep", true)]
    public async Task Foreign_files_in_the_current_dataset_decide_as_ever(string policy, bool isReplaced)
    {
        await using var scene = await SyncScene.StartAsync();
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        scene.Manifest($"foreign: {policy}").Images(1).Write("image-01.txt", "Before");
        var first = await scene.UploadAsync();
        await PutAsync(client, first.DatasetId!, "theirs.png");
        scene.Write("image-01.txt", "After");

        var plan = await scene.PlanAsync();

        plan.IsSound.ShouldBe(isReplaced, string.Join('\n', plan.Diagnostics));
        plan.IsReplacement.ShouldBe(isReplaced);
        if (isReplaced) plan.Baseline!.Foreign.Single().Name.ShouldBe("theirs.png");
        else plan.Diagnostics.ShouldHoldOnly(PlanRules.ForeignFiles);
    }

    [Fact]
    public async Task With_an_id_additions_are_added_and_an_edit_is_an_error_that_says_to_remove_the_id()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2).Write("image-01.txt", "Before");
        var id = (await scene.UploadAsync()).DatasetId;
        scene.Manifest($"id: {id}").Images(3);
        (await scene.UploadAsync()).IsSuccess.ShouldBeTrue();
        scene.Write("image-01.txt", "After");

        var plan = await scene.PlanAsync();

        var problem = plan.Diagnostics.ShouldHoldOnly(PlanRules.PinnedEdit);
        problem.Message.ShouldContain("Remove the line 'id'");
        problem.Position.Line.ShouldBe(3);
        scene.Host.Datasets().Count.ShouldBe(1);
        scene.Manifest();
        (await scene.UploadAsync()).IsSuccess.ShouldBeTrue();
        Held(scene, "Acme v2").Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_caption_that_an_answer_leaves_out_is_no_edit()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2).Write("image-01.txt", "One");
        await scene.UploadAsync();
        scene.Host.SetFaults("member:name=caption,value=");

        var plan = await scene.PlanAsync();

        plan.IsReplacement.ShouldBeFalse();
        plan.Images.Select(i => i.Change).ShouldBe([Change.CaptionMissing, Change.Unchanged]);
    }

    [Fact]
    public async Task An_edited_caption_is_an_edit_also_if_the_answer_leaves_out_the_old_one()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1).Write("image-01.txt", "One");
        await scene.UploadAsync();
        scene.Write("image-01.txt", "Two").Host.SetFaults("member:name=caption,value=");

        (await scene.PlanAsync()).IsReplacement.ShouldBeTrue();
    }

    [Fact]
    public async Task Captions_that_come_back_altered_are_an_error_and_never_another_dataset()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2).Write("image-01.txt", "One").Write("image-02.txt", "Two");
        scene.Host.SetFaults("member:name=caption,value=Altered");
        var first = await scene.UploadAsync();

        var second = await scene.UploadAsync();
        scene.Write("image-02.txt", "A real edit");
        var edited = await scene.UploadAsync();
        var after = await scene.UploadAsync();

        first.Diagnostics.ShouldContain(d => d.Code == UploadRules.Unconfirmed.Code);
        second.Diagnostics.Select(d => d.Code).Distinct().ShouldBe([PlanRules.CaptionAltered.Code]);
        second.Diagnostics[0].File.ShouldEndWith("image-01.txt");
        edited.Plan.Target!.Name.ShouldBe("Acme v2");
        after.Diagnostics.Select(d => d.Code).Distinct().ShouldBe([PlanRules.CaptionAltered.Code]);
        scene.Host.Datasets().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_removed_caption_that_comes_back_is_an_error_and_never_another_dataset()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1).Write("image-01.txt", "One");
        await scene.UploadAsync();
        Edit(scene, "image-01.txt", null);
        (await scene.UploadAsync()).IsSuccess.ShouldBeTrue();
        scene.Host.SetFaults($"member:name=caption,value=By Ideogram,add=yes,beside={scene.Stored().Single(f => f.Caption is null).Name}");

        (await scene.UploadAsync()).Diagnostics.ShouldHoldOnly(PlanRules.CaptionAltered);

        scene.Host.Datasets().Count.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_pushes_at_once_one_dataset_is_used_and_the_other_stays_empty()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(4).Write("image-01.txt", "Before");
        await scene.UploadAsync();
        scene.Write("image-01.txt", "After");
        var (one, other) = (scene.Engine(), scene.Engine());
        var plans = new[] { await one.PlanAsync([scene.Validate()], Token), await other.PlanAsync([scene.Validate()], Token) };

        // Both made their plan before either made the dataset.
        var first = (await one.UploadAsync(plans[0], null, Token)).Datasets[0];
        var second = (await other.UploadAsync(plans[1], null, Token)).Datasets[0];

        (first.IsSuccess, second.IsSuccess).ShouldBe((true, true), string.Join('\n', second.Diagnostics));
        second.DatasetId.ShouldBe(first.DatasetId);
        second.IsCreated.ShouldBeFalse();
        scene.Host.Datasets().Where(d => d.Name == "Acme v2").Select(d => d.Files.Count).ShouldBe([4, 0], ignoreOrder: true);
        (await scene.PlanAsync()).IsDifferent.ShouldBeFalse();
    }

    [Fact]
    public async Task Of_two_pushes_of_different_sets_the_second_says_so_and_the_next_run_sets_it_right()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2).Write("image-01.txt", "Before");
        await scene.UploadAsync();
        var (one, other) = (scene.Engine(), scene.Engine());
        scene.Write("image-01.txt", "First");
        var first = await one.PlanAsync([scene.Validate()], Token);
        scene.Write("image-01.txt", "Second");
        var second = await other.PlanAsync([scene.Validate()], Token);
        await one.UploadAsync(first, null, Token);

        (await other.UploadAsync(second, null, Token)).Datasets[0].Diagnostics.ShouldHoldOnly(UploadRules.TwoRuns);
        (await scene.UploadAsync()).IsSuccess.ShouldBeTrue();

        Held(scene, "Acme v2").ShouldBe(["image-01: First", "image-02: "]);
        Held(scene, "Acme v3").ShouldBe(["image-01: Second", "image-02: "]);
    }

    [Fact]
    public async Task A_member_of_the_family_is_the_allowed_target_of_its_name()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Options = scene.Options with { AllowedDatasets = ["Acme"] };
        scene.Manifest().Images(1).Write("image-01.txt", "Before");
        await scene.UploadAsync();
        scene.Write("image-01.txt", "After");
        var second = await scene.UploadAsync();
        scene.Write("ideogram.yml", $"name: Acme\nimages: [\"**/*.png\"]\nid: {second.DatasetId}\n");

        second.IsSuccess.ShouldBeTrue(string.Join('\n', second.Diagnostics));
        (await scene.PlanAsync()).IsSound.ShouldBeTrue();
        scene.Write("ideogram.yml", "name: Acme v2\nimages: [\"**/*.png\"]\n");
        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(PlanRules.NotAllowed);
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

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static void Edit(SyncScene scene, string file, string? text)
    {
        if (text is null) File.Delete(Path.Combine(scene.Root, file));
        else scene.Write(file, text);
    }

    private static string TextOf(RunKind kind, Report report)
    {
        using var text = new StringWriter();
        TextReport.Write(ReportDocument.From(report with { Kind = kind }, Path.GetFileName), text);
        return text.ToString();
    }

    private static IReadOnlyList<string> Held(SyncScene scene, string name) =>
        [.. scene.Host.Datasets().Where(d => d.Name == name).SelectMany(d => d.Files).Select(f => $"{f.Name[..8]}: {f.Caption}").Order(StringComparer.Ordinal)];

    private static async Task PutAsync(IdeogramClient client, string id, string name)
    {
        var bytes = TestImages.Png(seed: 77);
        await client.UploadAsync(id, [new UploadFile(name, "image/png", bytes.Length, () => new MemoryStream(bytes))], null, Token);
    }
}

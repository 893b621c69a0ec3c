using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Tests.Support;

namespace Ideogram.Build.Sync.Tests.Planning;

public sealed class PlannerTests
{
    [Fact]
    public async Task A_manifest_without_a_dataset_plans_a_new_one_and_sends_nothing()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);

        var plan = await scene.PlanAsync();

        plan.Target.ShouldBe(new DatasetTarget("Acme", null));
        plan.Images.Select(i => i.Change).ShouldBe([Change.New, Change.New]);
        plan.ImagesAfter.ShouldBe(2);
        plan.IsSound.ShouldBeTrue();
        scene.Host.Datasets().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_renamed_image_is_nothing_to_send()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(2);
        await scene.UploadAsync();
        File.Move(Path.Combine(scene.Root, "image-01.png"), Path.Combine(scene.Root, "sunset.png"));

        var plan = await scene.PlanAsync();

        plan.Images.Select(i => i.Change).ShouldBe([Change.Unchanged, Change.Renamed]);
        plan.IsSound.ShouldBeTrue();
    }

    [Fact]
    public async Task Additive_an_edited_image_is_an_error_that_names_the_choices()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("update: additive").Images(2);
        await scene.UploadAsync();
        scene.Write("image-01.png", TestImages.Png(seed: 42));

        var plan = await scene.PlanAsync();

        plan.Count(Change.New).ShouldBe(1);
        plan.Stale.Count.ShouldBe(1);
        var problem = plan.Diagnostics.ShouldHoldOnly(PlanRules.ImagesRemoved);
        problem.Message.ShouldContain("keep-stale");
        problem.Message.ShouldContain("revision");
    }

    [Fact]
    public async Task Additive_an_edited_caption_is_an_error_at_the_caption()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("update: additive").Images(1).Write("image-01.txt", "Before");
        await scene.UploadAsync();
        scene.Write("image-01.txt", "After");

        var problem = (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(PlanRules.CaptionEdited);

        problem.File.ShouldEndWith("image-01.txt");
    }

    [Fact]
    public async Task Keep_stale_sends_the_edit_beside_what_is_there_and_lists_it()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("update: keep-stale").Images(2).Write("image-02.txt", "Before");
        await scene.UploadAsync();
        scene.Write("image-01.png", TestImages.Png(seed: 42)).Write("image-02.txt", "After");

        var report = await scene.UploadAsync();

        report.IsSuccess.ShouldBeTrue(string.Join('\n', report.Diagnostics));
        report.Plan.Stale.Count.ShouldBe(1);
        scene.Stored().Count.ShouldBe(3);
        scene.Stored().Single(f => f.Name.StartsWith("image-02", StringComparison.Ordinal)).Caption.ShouldBe("After");
    }

    [Fact]
    public async Task Revision_makes_a_dataset_per_set_and_finds_it_again()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("update: revision").Images(2);
        var first = await scene.UploadAsync();
        scene.Write("image-01.txt", "A caption makes another set");
        var second = await scene.UploadAsync();
        File.Delete(Path.Combine(scene.Root, "image-01.txt"));

        var third = await scene.UploadAsync();

        scene.Host.Datasets().Count.ShouldBe(2);
        second.DatasetId.ShouldNotBe(first.DatasetId);
        third.DatasetId.ShouldBe(first.DatasetId);
        first.Plan.Target!.Name.ShouldMatch("^Acme r-[0-9a-f]{8}$");
    }

    [Theory]
    [InlineData("refuse", false, 1)]
    [InlineData("keep", true, 1)]
    [InlineData("match", true, 0)]
    public async Task Foreign_files_are_refused_kept_or_matched(string policy, bool isSound, int foreign)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest($"foreign: {policy}").Images(1);
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        var made = await client.CreateDatasetAsync("Acme", TestContext.Current.CancellationToken);
        var bytes = TestImages.Png(seed: 1);
        await client.UploadAsync(made.Id, [new UploadFile("image-01.png", "image/png", bytes.Length, () => new MemoryStream(bytes))], null,
            TestContext.Current.CancellationToken);

        var plan = await scene.PlanAsync();

        plan.IsSound.ShouldBe(isSound, string.Join('\n', plan.Diagnostics));
        plan.Foreign.Count.ShouldBe(foreign);
        plan.Count(Change.New).ShouldBe(policy == "match" ? 0 : 1);
    }

    [Theory]
    [InlineData("refuse", "Set 'foreign: match' if the manifest has images of the same name and size, or 'foreign: keep'")]
    [InlineData("match", "The manifest has no image of the same name and size. Add one, or set 'foreign: keep'")]
    public async Task The_advice_about_foreign_files_is_not_what_the_manifest_says_already(string policy, string advice)
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest($"foreign: {policy}").Images(1);
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        var made = await client.CreateDatasetAsync("Acme", TestContext.Current.CancellationToken);
        var bytes = TestImages.Png(seed: 2);
        await client.UploadAsync(made.Id, [new UploadFile("theirs.png", "image/png", bytes.Length, () => new MemoryStream(bytes))], null,
            TestContext.Current.CancellationToken);

        (await scene.PlanAsync()).Diagnostics.ShouldHaveSingleItem().Message.ShouldBe(
            $"The dataset holds 1 image that was not uploaded by this tool: 'theirs.png'. {advice} to keep what the dataset holds, or use another dataset.");
    }

    [Fact]
    public async Task More_than_a_hundred_with_what_is_there_is_refused_before_anything_is_sent()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("update: keep-stale").Images(60);
        await scene.UploadAsync();
        for (var i = 1; i <= 60; i++) File.Delete(Path.Combine(scene.Root, $"image-{i:00}.png"));
        for (var i = 1; i <= 50; i++) scene.Write($"other-{i}.png", TestImages.Png(seed: 1000 + i));

        var report = await scene.UploadAsync();

        report.Diagnostics.ShouldHoldOnly(PlanRules.TooManyImages);
        scene.Stored().Count.ShouldBe(60);
    }

    [Fact]
    public async Task Of_equal_names_the_oldest_with_images_wins()
    {
        await using var scene = await SyncScene.StartAsync();
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        await client.CreateDatasetAsync("Acme", TestContext.Current.CancellationToken);
        scene.Manifest().Images(1);
        var filled = await client.CreateDatasetAsync("Acme", TestContext.Current.CancellationToken);
        scene.Manifest($"id: {filled.Id}");
        await scene.UploadAsync();
        scene.Manifest();

        (await scene.PlanAsync()).Target!.Id.ShouldBe(filled.Id);
    }

    [Fact]
    public async Task Two_filled_datasets_of_one_name_are_an_error_that_lists_them()
    {
        await using var scene = await SyncScene.StartAsync();
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        scene.Images(1);
        var ids = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            ids.Add((await client.CreateDatasetAsync("Acme", TestContext.Current.CancellationToken)).Id);
            scene.Manifest($"id: {ids[i]}");
            await scene.UploadAsync();
        }

        scene.Manifest();
        var problem = (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(PlanRules.AmbiguousName);

        ids.ShouldAllBe(id => problem.Message.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_id_is_an_error_at_the_id()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest("id: 7uS_VESkRI6O3-sVgHQp_A").Images(1);

        var problem = (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(PlanRules.UnknownId);

        problem.Position.Line.ShouldBe(3);
    }

    [Fact]
    public async Task A_wrong_key_is_an_error_without_the_key()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1);
        scene.Client = scene.Client with { ApiKey = "wrong-key-42" };

        var problem = (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(ApiRules.KeyRefused);

        problem.Message.ShouldNotContain("wrong-key-42");
    }

    [Fact]
    public async Task An_unreachable_address_is_an_error()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1);
        scene.Client = scene.Client with { BaseAddress = new Uri("http://127.0.0.1:1"), ConnectPatience = TimeSpan.FromMilliseconds(50) };

        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(ApiRules.Unreachable);
    }

    [Fact]
    public async Task A_target_that_is_not_allowed_is_not_asked_about()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Options = scene.Options with { AllowedDatasets = ["Other"] };
        scene.Manifest().Images(1);

        (await scene.PlanAsync()).Diagnostics.ShouldHoldOnly(PlanRules.NotAllowed);

        scene.Host.CountRequests().ShouldBe(0);
    }

    [Fact]
    public async Task A_doubled_file_is_said()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1);
        var report = await scene.UploadAsync();
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        var bytes = TestImages.Png(seed: 1);
        await client.UploadAsync(
            report.DatasetId!, [new UploadFile(report.Images[0].Image.RemoteName, "image/png", bytes.Length, () => new MemoryStream(bytes))], null,
                TestContext.Current.CancellationToken);

        var plan = await scene.PlanAsync();

        plan.Diagnostics.ShouldHoldOnly(PlanRules.Doubled);
        plan.IsSound.ShouldBeTrue();
        plan.ImagesBefore.ShouldBe(2);
    }
}

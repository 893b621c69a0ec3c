using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Uploading;
using static Ideogram.Build.Sync.Tests.Support.AutoScene;

namespace Ideogram.Build.Sync.Tests.Planning;

/// <summary><c>update: auto</c>: a replacement that is interrupted goes on, and two at once leave one dataset.</summary>
[Trait("Category", "Auto")]
public sealed class AutoRaceTests
{
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
}

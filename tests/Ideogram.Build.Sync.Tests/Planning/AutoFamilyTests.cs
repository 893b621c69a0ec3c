using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Tests.Support;
using static Ideogram.Build.Sync.Tests.Support.AutoScene;

namespace Ideogram.Build.Sync.Tests.Planning;

/// <summary><c>update: auto</c>: which datasets are of the family, and which one is the current one.</summary>
[Trait("Category", "Auto")]
public sealed class AutoFamilyTests
{
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
}

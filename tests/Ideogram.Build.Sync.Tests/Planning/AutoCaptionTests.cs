using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Uploading;
using static Ideogram.Build.Sync.Tests.Support.AutoScene;

namespace Ideogram.Build.Sync.Tests.Planning;

/// <summary><c>update: auto</c>: what Ideogram shows of a caption is never taken for an edit of the manifest.</summary>
[Trait("Category", "Auto")]
public sealed class AutoCaptionTests
{
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
}

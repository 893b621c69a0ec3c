using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>What a merge would do: the target, and the difference from what is reviewed, both true and in one place.</summary>
[Trait("Category", "Auto")]
public sealed class MergeForecastTests
{
    private const string Doubt = ", if Ideogram has what the base commit has (unknown without a key)\n";

    private static readonly Dictionary<string, string> WithoutKey = new(StringComparer.Ordinal) { ["api-key"] = "" };

    [Theory]
    [InlineData("update: revision\n")]
    [InlineData("")]
    public async Task Without_a_key_an_edit_is_a_new_dataset_and_one_caption(string update)
    {
        await using var scene = await ActionScene.SetAsync();
        var body = await PlanAsync(scene, update, git => git.Write("brand/photos/p1.txt", "After"), WithoutKey);

        body.ShouldContain("Ideogram: a merge uploads 6 images into a new dataset" + Doubt);
        body.ShouldContain("a new dataset of 6 images, compared with the base commit");
        body.ShouldContain("against <code>main</code>: 0 new, 1 with a new caption, 5 sent without a change");
        var folded = body.IndexOf("5 sent without a change</summary>", StringComparison.Ordinal);
        body.IndexOf("1 caption changed", StringComparison.Ordinal).ShouldBeInRange(0, folded);
    }

    [Fact]
    public async Task With_a_key_a_revision_says_which_caption_differs()
    {
        await using var scene = await ActionScene.SetAsync();
        var body = await PlanAsync(scene, "update: revision\n", git => git.Write("brand/photos/p1.txt", "After"));

        body.ShouldContain("Ideogram: a merge uploads 6 images into a new dataset\n");
        body.ShouldContain("</b> · a new dataset of 6 images · ");
        body.ShouldContain("against <code>main</code>: 0 new, 1 with a new caption, 5 sent without a change · 6 of 100 images afterwards");
    }

    [Fact]
    public async Task With_a_key_a_revision_that_is_there_already_sends_nothing_and_says_what_differs()
    {
        await using var scene = await ActionScene.SetAsync();
        var pull = Open(scene, "update: revision\n", git => git.Write("brand/photos/p1.txt", "After"));
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");

        var body = (await scene.PullRequestAsync(pull)).Summary;

        body.ShouldContain("Ideogram: a merge uploads nothing\n");
        body.ShouldContain("against <code>main</code>: 0 new, 1 with a new caption, 5 unchanged");
    }

    [Fact]
    public async Task Without_a_key_an_addition_is_what_it_is()
    {
        await using var scene = await ActionScene.SetAsync();
        var body = await PlanAsync(scene, "", git => git.Write("brand/photos/new.png", TestImages.Png(seed: 99)), WithoutKey);

        body.ShouldContain("Ideogram: a merge uploads 1 image" + Doubt);
        body.ShouldContain("1 new, 6 unchanged");
    }

    [Fact]
    public async Task Without_a_key_another_name_is_a_new_dataset()
    {
        await using var scene = await ActionScene.SetAsync();
        var body = await PlanAsync(scene, "", git => git.Write("brand/ideogram.yml", "name: Other\nimages:\n  - '**/*.png'\n"), WithoutKey);

        body.ShouldContain("a merge uploads 6 images into a new dataset" + Doubt);
        body.ShouldContain("against <code>main</code>: 0 new, 6 sent without a change");
    }

    [Fact]
    public async Task Additive_without_a_key_does_not_promise_what_a_merge_would_refuse()
    {
        await using var scene = await ActionScene.SetAsync();
        var body = await PlanAsync(scene, "update: additive\n", Edit, WithoutKey);

        body.ShouldContain("Ideogram: a merge uploads nothing" + Doubt);
        body.ShouldContain("<b>nothing is sent</b>");
        body.ShouldNotContain(" to send");
    }

    [Fact]
    public async Task Additive_with_a_key_does_not_promise_what_an_error_holds_back()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(6, "update: additive\n");
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        var pull = scene.Open(1, Edit);

        await scene.PullRequestAsync(pull);

        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain("Ideogram: 1 error, a merge uploads nothing\n");
        body.ShouldContain("<b>nothing is sent</b>");
        body.ShouldNotContain(" to send");
    }

    [Fact]
    public async Task With_a_key_a_replacement_is_said_first()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(6);
        scene.Git.Write("brand/photos/p1.txt", "Before");
        scene.Git.Commit("A caption");
        await Terminal.RunAsync(scene.Git.Path, scene, "upload");
        var pull = scene.Open(1, git => git.Write("brand/photos/p1.txt", "After"));

        await scene.PullRequestAsync(pull);

        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain("a merge uploads 6 images into a new dataset\n");
        body.ShouldContain("This edit starts a new dataset, <code>Brand v2</code>: 6 images are sent again. <code>Brand</code> stays at Ideogram; "
            + "delete it there.");
        body.ShouldContain("against <code>Brand</code>: 0 new, 1 with a new caption, 5 sent again");
    }

    private static void Edit(GitRepository git)
    {
        git.Write("brand/photos/p1.png", TestImages.Png(seed: 98));
        git.Write("brand/photos/new.png", TestImages.Png(seed: 99));
    }

    private static Pull Open(ActionScene scene, string update, Action<GitRepository> edit)
    {
        scene.Begin(6, update);
        scene.Git.Write("brand/photos/p1.txt", "Before");
        scene.Git.Commit("A caption");
        return scene.Open(1, edit);
    }

    private static async Task<string> PlanAsync(ActionScene scene, string update, Action<GitRepository> edit, Dictionary<string, string>? inputs = null)
    {
        var run = await scene.PullRequestAsync(Open(scene, update, edit), inputs: inputs);
        return run.Summary;
    }
}

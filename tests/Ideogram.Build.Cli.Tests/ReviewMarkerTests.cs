using Ideogram.Build.Cli.Tests.World;
using static Ideogram.Build.Cli.Tests.World.ReviewScene;

namespace Ideogram.Build.Cli.Tests;

/// <summary>Only a comment of the action itself is a review: what is deleted, edited or forged.</summary>
[Trait("Category", "Reviewed")]
public sealed class ReviewMarkerTests
{
    [Fact]
    public async Task A_deleted_comment_leaves_no_review()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(pull);
        scene.Emulator.DeleteComment(ActionScene.Repository, scene.Comments(1)[0].Id);

        var run = await scene.PushAsync(scene.Squash(pull), main, inputs: All);

        run.ExitCode.ShouldBe(1);
        run.Outputs["uploaded"].ShouldBe("0");
        First(scene, 1).ShouldContain("no reviewed plan to compare with");
    }

    [Theory]
    [InlineData("Looks good. ", false)]
    [InlineData("", true)]
    public async Task An_edited_comment_counts_only_with_its_marker_at_the_very_start(string before, bool isReviewed)
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(pull);
        var comment = scene.Comments(1)[0];
        scene.Emulator.DeleteComment(ActionScene.Repository, comment.Id);
        scene.Emulator.AddComment(ActionScene.Repository, 1, comment.Author, before + comment.Body + "\nEdited by a person.");

        var run = await scene.PushAsync(scene.Squash(pull), main, inputs: All);

        (run.ExitCode == 0).ShouldBe(isReviewed, run.Log);
    }

    [Fact]
    public async Task A_marker_of_somebody_else_is_no_review()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, Add("new", 9));
        var plan = await scene.PullRequestAsync(pull);
        var sneaked = Sneak(scene, pull, Add("more", 21));
        var real = await scene.PullRequestAsync(sneaked, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["comment"] = "never" });
        var forged = scene.Comments(1)[0].Body.Replace(pull.Head, sneaked.Head, StringComparison.Ordinal)
            .Replace(plan.Outputs["plan-digest"], real.Outputs["plan-digest"], StringComparison.Ordinal);
        scene.Emulator.AddComment(ActionScene.Repository, 1, "mallory", forged);

        var run = await scene.PushAsync(scene.Squash(sneaked), main, inputs: All);

        run.ExitCode.ShouldBe(1);
        run.Outputs["uploaded"].ShouldBe("0");
    }
}

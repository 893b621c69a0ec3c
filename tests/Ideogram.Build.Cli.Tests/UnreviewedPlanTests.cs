using Ideogram.Build.Cli.Tests.World;
using static Ideogram.Build.Cli.Tests.World.ReviewScene;

namespace Ideogram.Build.Cli.Tests;

/// <summary>What was not reviewed says so first, starts no training, and can be refused.</summary>
[Trait("Category", "Reviewed")]
public sealed class UnreviewedPlanTests
{
    [Fact]
    public async Task Of_two_pull_requests_in_one_push_one_without_a_review_is_told()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var first = scene.Open(1, Add("a", 9));
        await scene.PullRequestAsync(first);
        var second = scene.Open(2, Add("b", 10));
        scene.Squash(first);

        var run = await scene.PushAsync(scene.Squash(second), main, inputs: All);

        run.ExitCode.ShouldBe(1);
        run.Outputs["uploaded"].ShouldBe("0");
        run.Log.ShouldContain("IDEO6032");
        First(scene, 1).ShouldContain("not the reviewed plan of " + first.Head[..7] + ": 1 image added");
        scene.Comments(1)[0].Body.ShouldContain("brand/photos/b.png?raw=true");
    }

    [Fact]
    public async Task A_commit_that_no_run_saw_is_told_first_in_bold_with_pictures()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(pull);
        var sneaked = Sneak(scene, pull, git =>
        {
            Add("new", 20)(git);
            Add("more", 21)(git);
            git.Write("brand/ideogram.yml", "name: Other\nimages:\n  - '**/*.png'\n");
        });

        var run = await scene.PushAsync(scene.Squash(sneaked), main);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Log.ShouldContain("IDEO6031");
        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        First(scene, 1).ShouldBe($"For {scene.Git.Tip[..7]}: ⚠️ not the reviewed plan of {pull.Head[..7]}: the target, 1 image added, 1 image changed.");
        body.ShouldContain("<b>the target, 1 image added, 1 image changed</b>");
        body.ShouldContain($"/blob/{pull.Head}/brand/photos/new.png?raw=true");
        body.ShouldContain($"/blob/{scene.Git.Tip}/brand/photos/new.png?raw=true");
        Visible(body).ShouldContain("brand/ideogram.yml: Brand → Other");
        body.IndexOf("not the reviewed plan", StringComparison.Ordinal).ShouldBeLessThan(body.IndexOf("### ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Required_for_all_an_unreviewed_plan_sends_nothing_and_the_next_review_brings_it()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(pull);
        var merge = scene.Squash(Sneak(scene, pull, Add("more", 21)));
        var refused = await scene.PushAsync(merge, main, inputs: All);
        var blind = scene.Open(2, git => git.Write("README.md", "words"));
        var unseen = await scene.PushAsync(scene.Squash(blind), merge, inputs: All);
        var shown = scene.Open(3, git => git.Write("README.md", "more words"));
        await scene.PullRequestAsync(shown);

        var run = await scene.PushAsync(scene.Squash(shown), scene.Git.Git("rev-parse", "main~1"), inputs: All);

        (refused.ExitCode, refused.Outputs["uploaded"]).ShouldBe((1, "0"));
        refused.Log.ShouldContain("Open a pull request (any change is enough), look at the plan in its comment, and merge it.");
        (unseen.ExitCode, unseen.Outputs["uploaded"]).ShouldBe((1, "0"));
        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("5");
        First(scene, 3).ShouldContain("exactly the reviewed plan");
    }

    [Fact]
    public async Task What_another_merge_uploaded_without_a_review_explains_nothing()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var first = scene.Open(1, Add("a", 9));
        await scene.PullRequestAsync(first);
        var second = scene.Open(2, Add("b", 10));
        await scene.PullRequestAsync(second);
        var merged = scene.Squash(Sneak(scene, first, Add("more", 21)));
        await scene.PushAsync(merged, main);

        await scene.PushAsync(scene.Squash(second), merged);

        First(scene, 2).ShouldContain("not the reviewed plan");
    }

    [Fact]
    public async Task The_training_starts_from_the_reviewed_plan_only()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin(15, OnChange);
        var pull = scene.Open(1, Add("new", 90));
        await scene.PullRequestAsync(pull, inputs: Train);
        var merge = scene.Squash(Sneak(scene, pull, Add("more", 91)));

        var run = await scene.PushAsync(merge, main, inputs: Train);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("17");
        run.Log.ShouldContain("IDEO5207");
        scene.Emulator.CountRequests("train").ShouldBe(0);
        scene.Comments(1)[0].Body.ShouldContain("the plan is not the one that was reviewed");
    }

    [Theory]
    [InlineData("off", 1)]
    [InlineData("training", 0)]
    public async Task A_push_without_a_pull_request_was_not_reviewed(string policy, int trainings)
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin(15, OnChange);

        var run = await scene.PushAsync(main, inputs: new Dictionary<string, string>(Train, StringComparer.Ordinal) { ["require-reviewed-plan"] = policy });

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("15");
        Visible(run.Summary).ShouldContain("no reviewed plan to compare with");
        scene.Emulator.CountRequests("train").ShouldBe(trainings);
    }

    [Fact]
    public async Task A_push_without_a_pull_request_that_changes_nothing_needs_no_review()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        await scene.PushAsync(main);

        (await scene.PushAsync(main, inputs: All)).ExitCode.ShouldBe(0);
    }
}

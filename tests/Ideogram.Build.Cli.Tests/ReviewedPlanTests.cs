using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Tests.World;
using static Ideogram.Build.Cli.Tests.World.ReviewScene;

namespace Ideogram.Build.Cli.Tests;

/// <summary>What was reviewed is what is sent: every way to merge finds the plan that was reviewed.</summary>
[Trait("Category", "Reviewed")]
public sealed class ReviewedPlanTests
{
    [Theory]
    [InlineData("squash")]
    [InlineData("merge")]
    [InlineData("rebase")]
    public async Task A_merge_uploads_exactly_the_reviewed_plan(string way)
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, Add("new", 9));
        var plan = await scene.PullRequestAsync(pull);

        var run = await scene.PushAsync(Merge(scene, pull, way), main, inputs: All);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("4");
        run.Outputs["plan-digest"].ShouldBe(plan.Outputs["plan-digest"]);
        First(scene, 1).ShouldBe($"For {scene.Git.Tip[..7]}: exactly the reviewed plan of {pull.Head[..7]}.");
    }

    [Fact]
    public async Task A_rebase_of_several_commits_over_another_merge_uploads_what_was_reviewed()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git =>
        {
            Add("first", 9)(git);
            git.Commit("One of two");
            Add("second", 10)(git);
        });
        await scene.PullRequestAsync(pull);
        scene.Git.Git("checkout", "--quiet", "main");
        scene.Git.Write("README.md", "Somebody else's words");
        var main = scene.Git.Commit("Words");
        // As GitHub does it: the same commits once more, with other names.
        scene.Git.Git("checkout", "--quiet", "-B", "rebased", pull.Head);
        scene.Git.Git("rebase", "--quiet", "main");
        scene.Git.Git("checkout", "--quiet", "main");
        scene.Git.Git("merge", "--quiet", "--ff-only", "rebased");
        scene.Merged(pull, scene.Git.Tip);

        var run = await scene.PushAsync(scene.Git.Tip, main, inputs: All);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("5");
        First(scene, 1).ShouldBe($"For {scene.Git.Tip[..7]}: exactly the reviewed plan of {pull.Head[..7]}.");
    }

    [Fact]
    public async Task A_repeated_run_finds_the_review_again()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(pull);
        var merge = scene.Squash(pull);
        await scene.PushAsync(merge, main, inputs: All);

        await scene.PushAsync(merge, main, inputs: All);

        First(scene, 1).ShouldContain("exactly the reviewed plan");
    }

    [Fact]
    public async Task A_merge_queue_brings_what_was_reviewed()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var first = scene.Open(1, Add("a", 9));
        await scene.PullRequestAsync(first);
        var second = scene.Open(2, Add("b", 10));
        await scene.PullRequestAsync(second);
        scene.Squash(first);
        // The queue tests both together, and its branch uploads nothing.
        var queued = scene.Squash(second);
        var group = await scene.ActAsync("merge_group", new JsonObject { ["repository"] = ActionScene.RepositoryJson() }, queued,
            "refs/heads/gh-readonly-queue/main/pr-2");

        var run = await scene.PushAsync(queued, main, inputs: All);

        group.ExitCode.ShouldBe(0, group.Log);
        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("5");
        First(scene, 1).ShouldContain("the reviewed plan");
        First(scene, 2).ShouldNotContain("not the reviewed plan");
    }

    [Fact]
    public async Task What_another_merge_uploaded_first_is_told_apart()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var first = scene.Open(1, Add("a", 9));
        await scene.PullRequestAsync(first);
        var second = scene.Open(2, Add("b", 10));
        await scene.PullRequestAsync(second);
        var merged = scene.Squash(first);
        await scene.PushAsync(merged, main, inputs: All);

        var run = await scene.PushAsync(scene.Squash(second), merged, inputs: All);

        run.ExitCode.ShouldBe(0, run.Log);
        First(scene, 2).ShouldBe($"For {scene.Git.Tip[..7]}: the reviewed plan of {second.Head[..7]}, "
            + "after other merges that changed 1 thing since the review.");
    }

    [Fact]
    public async Task After_a_force_push_the_last_plan_counts()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        await scene.PullRequestAsync(scene.Open(1, Add("old", 8)));
        var forced = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(forced);

        await scene.PushAsync(scene.Squash(forced), main, inputs: All);

        First(scene, 1).ShouldContain($"exactly the reviewed plan of {forced.Head[..7]}");
    }

    [Fact]
    public async Task A_job_of_a_matrix_finds_the_review_of_the_whole()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        scene.Git.Write("other/ideogram.yml", "name: Second\nimages: ['*.png']\n");
        scene.Git.Write("other/a.png", TestImages.Png(seed: 50));
        scene.Git.Commit("Two datasets");
        var pull = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(pull);

        var run = await scene.PushAsync(scene.Squash(pull), main, inputs: new Dictionary<string, string>(All, StringComparer.Ordinal)
        {
            ["manifests"] = "brand/ideogram.yml",
            ["comment"] = "never",
        });

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("4");
        Visible(run.Summary).ShouldContain("the reviewed plan of");
    }

    private static string Merge(ActionScene scene, Pull pull, string way)
    {
        if (way == "squash")
            return scene.Squash(pull);
        scene.Git.Git("checkout", "--quiet", "main");
        scene.Git.Git("merge", "--quiet", way == "merge" ? "--no-ff" : "--ff-only", pull.Head);
        scene.Merged(pull, scene.Git.Tip);
        return scene.Git.Tip;
    }
}

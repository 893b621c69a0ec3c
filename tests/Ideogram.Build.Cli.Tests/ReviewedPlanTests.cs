using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>What was reviewed is what is sent, and what was not says so first.</summary>
[Trait("Category", "Reviewed")]
public sealed class ReviewedPlanTests
{
    private const string OnChange = "update: revision\ntraining: {base: ideogram-v4, model-name: Acme Brand, start: on-change}\n";

    [Fact]
    public async Task A_plan_names_its_commits_first_and_its_marker_holds_them_with_the_digest()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, Add("new", 9));

        var run = await scene.PullRequestAsync(pull);

        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        var digest = run.Outputs["plan-digest"];
        digest.ShouldMatch("^[0-9a-f]{64}$");
        JsonNode.Parse(run.Report!)!["planDigest"]!.GetValue<string>().ShouldBe(digest);
        body.ShouldStartWith("<!-- ideogram-build ");
        body.Split('\n')[0].ShouldEndWith($" planned head={pull.Head} commit={pull.Merge} digest={digest} run=42 -->");
        Visible(body).ShouldStartWith($"For {pull.Head[..7]}, compared with {pull.Base[..7]}.");
    }

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
    public async Task An_older_run_that_ends_later_does_not_replace_the_newer_plan()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var old = scene.Open(1, Add("old", 8));
        scene.RunId = "43";
        var head = scene.Open(1, Add("new", 9));
        await scene.PullRequestAsync(head);
        scene.RunId = "42";

        await scene.PullRequestAsync(old);

        First(scene, 1).ShouldContain($"For {head.Head[..7]}");
    }

    [Fact]
    public async Task A_run_that_is_cancelled_marks_the_plan_of_an_older_head_as_outdated()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var old = scene.Open(1, Add("old", 8));
        await scene.PullRequestAsync(old);
        var head = scene.Open(1, Add("new", 9));
        using var stop = new CancellationTokenSource();
        scene.Stop = stop.Token;
        await stop.CancelAsync();

        await scene.PullRequestAsync(head);

        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain($" outdated head={old.Head} ");
        body.ShouldContain($"**Outdated.** The pull request is at `{head.Head[..7]}`");
        Visible(body).ShouldContain($"For {old.Head[..7]}");
    }

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

    private static Dictionary<string, string> All { get; } = new(StringComparer.Ordinal) { ["require-reviewed-plan"] = "all" };

    private static Dictionary<string, string> Train { get; } = new(StringComparer.Ordinal) { ["allow-training"] = "true" };

    private static Action<GitRepository> Add(string name, int seed) => git => git.Write($"brand/photos/{name}.png", TestImages.Png(seed: seed));

    // A further commit on the pull request's branch that no run sees.
    private static Pull Sneak(ActionScene scene, Pull pull, Action<GitRepository> edit)
    {
        scene.Git.Git("checkout", "--quiet", "-B", "sneak", pull.Head);
        edit(scene.Git);
        var head = scene.Git.Commit("Words only [skip ci]");
        scene.Git.Git("checkout", "--quiet", "--detach", pull.Base);
        scene.Git.Git("merge", "--quiet", "--no-ff", "--message", "Test merge", head);
        return pull with { Head = head, Merge = scene.Git.Tip };
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

    private static string First(ActionScene scene, int number) => Visible(scene.Comments(number).ShouldHaveSingleItem().Body).Split('\n')[0];

    // As a person reads it.
    private static string Visible(string markdown) => Regex.Replace(markdown, "<[^>]*>", "", RegexOptions.None, TimeSpan.FromSeconds(1)).TrimStart();
}

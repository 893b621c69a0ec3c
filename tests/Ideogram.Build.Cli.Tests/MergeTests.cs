using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;
using Ideogram.Build.Emulator.GitHub;

namespace Ideogram.Build.Cli.Tests;

public sealed class MergeTests
{
    [Fact]
    public async Task A_merge_commit_finds_its_pull_request()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        scene.Git.Git("checkout", "--quiet", "main");
        scene.Git.Git("merge", "--quiet", "--no-ff", "--message", "Merge pull request #1 from acme/feature-1", pull.Head);
        scene.Merged(pull, scene.Git.Tip);

        await scene.PushAsync(scene.Git.Tip, main);

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("4 uploaded");
    }

    [Fact]
    public async Task A_rebase_finds_its_pull_request()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        scene.Git.Git("checkout", "--quiet", "main");
        scene.Git.Git("merge", "--quiet", "--ff-only", pull.Head);
        scene.Merged(pull, scene.Git.Tip);

        await scene.PushAsync(scene.Git.Tip, main);

        scene.Comments(1).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_push_with_several_pull_requests_tells_each()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var first = scene.Open(1, git => git.Write("brand/photos/a.png", TestImages.Png(seed: 9)));
        scene.Squash(first);
        var second = scene.Open(2, git => git.Write("brand/photos/b.png", TestImages.Png(seed: 10)));

        await scene.PushAsync(scene.Squash(second), main);

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("5 uploaded");
        scene.Comments(2).ShouldHaveSingleItem().Body.ShouldContain("5 uploaded");
    }

    [Fact]
    public async Task A_forks_pull_request_is_told_after_its_merge()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)), headRepository: "mallory/brand");

        await scene.PushAsync(scene.Squash(pull), main);

        scene.Comments(1).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_push_without_a_pull_request_has_its_summary_only()
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await scene.PushAsync(scene.Begin());

        run.ExitCode.ShouldBe(0, run.Log);
        run.Summary.ShouldContain("3 uploaded");
        run.Outputs["comment-url"].ShouldBeEmpty();
    }

    [Fact]
    public async Task The_next_run_tells_the_pull_request_of_a_superseded_one()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var first = scene.Open(1, git => git.Write("brand/photos/a.png", TestImages.Png(seed: 9)));
        var early = scene.Squash(first);
        var second = scene.Open(2, git => git.Write("brand/photos/b.png", TestImages.Png(seed: 10)));
        var late = scene.Squash(second);
        await scene.PushAsync(early, main);

        await scene.PushAsync(late, early);

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("5 uploaded");
    }

    [Fact]
    public async Task The_next_run_tells_the_pull_request_of_a_cancelled_one()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var first = scene.Open(1, git => git.Write("brand/photos/a.png", TestImages.Png(seed: 9)));
        await scene.PullRequestAsync(first);
        var early = scene.Squash(first);
        using (var stop = new CancellationTokenSource())
        {
            scene.Stop = stop.Token;
            await stop.CancelAsync();
            await scene.PushAsync(early, main);
        }

        scene.Stop = TestContext.Current.CancellationToken;
        var cancelled = scene.Comments(1).ShouldHaveSingleItem().Body;
        scene.Git.Write("brand/photos/direct.png", TestImages.Png(seed: 10));

        await scene.PushAsync(scene.Git.Commit("A direct push"), early);

        cancelled.ShouldContain("cancelled");
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("5 uploaded");
    }

    [Fact]
    public async Task A_pull_request_whose_run_never_began_is_told_by_the_next()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var first = scene.Open(1, git => git.Write("brand/photos/a.png", TestImages.Png(seed: 9)));
        await scene.PullRequestAsync(first);
        var early = scene.Squash(first);
        var second = scene.Open(2, git => git.Write("brand/photos/b.png", TestImages.Png(seed: 10)));

        await scene.PushAsync(scene.Squash(second), early);

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("5 uploaded");
    }

    [Fact]
    public async Task A_pull_request_that_was_told_is_not_told_again_by_later_pushes()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var first = scene.Open(1, git => git.Write("brand/photos/a.png", TestImages.Png(seed: 9)));
        var early = scene.Squash(first);
        await scene.PushAsync(early, main);
        var told = scene.Comments(1)[0];
        var second = scene.Open(2, git => git.Write("brand/photos/b.png", TestImages.Png(seed: 10)));

        await scene.PushAsync(scene.Squash(second), early);

        scene.Comments(1).ShouldHaveSingleItem().ShouldBe(told);
    }

    [Theory]
    [InlineData(false, 403, null)]
    [InlineData(false, 429, 7)]
    [InlineData(true, 403, null)]
    [InlineData(true, 429, 7)]
    public async Task A_rate_limit_is_waited_out(bool secondary, int status, int? retryAfter)
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        scene.Emulator.LimitGitHub(new GitHubRateLimit(1, secondary, status, retryAfter, ResetSeconds: 30));

        var run = await scene.PushAsync(merge, main);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Comments(1).ShouldHaveSingleItem();
        scene.Time.Waited.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(retryAfter ?? (secondary ? 60 : 25)));
    }

    [Fact]
    public async Task A_rate_limit_beyond_the_budget_leaves_the_verdict_alone()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        scene.Emulator.LimitGitHub(new GitHubRateLimit(10_000, RetryAfterSeconds: 3000));

        var run = await scene.PushAsync(merge, main);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("4");
        run.Log.ShouldContain("IDEO6004");
    }
}

using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

public sealed class EventTests
{
    [Fact]
    public async Task Pull_request_target_is_refused_with_the_reason()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();

        var run = await scene.ActAsync("pull_request_target", Payload(), sha, "refs/heads/main");

        run.ExitCode.ShouldBe(2);
        run.Log.ShouldContain("IDEO6006");
        scene.Emulator.CountRequests().ShouldBe(0);
    }

    [Fact]
    public async Task The_merge_queue_validates_and_asks_only_for_the_commits_files()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();

        var run = await scene.ActAsync("merge_group", Payload(), sha, "refs/heads/gh-readonly-queue/main/pr-1-abc");

        run.ExitCode.ShouldBe(0, run.Log);
        run.Summary.ShouldContain("3 images checked");
        (scene.Emulator.CountRequests("github-tree"), scene.Emulator.CountRequests()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_push_to_the_merge_queues_branch_does_nothing()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();

        var run = await scene.PushAsync(sha, branch: "gh-readonly-queue/main/pr-1-abc");

        run.ExitCode.ShouldBe(0);
        run.Log.ShouldContain("Nothing to do");
    }

    [Fact]
    public async Task The_deletion_of_a_branch_does_nothing()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();
        var payload = Payload();
        payload["deleted"] = true;

        var run = await scene.ActAsync("push", payload, sha, "refs/heads/main");

        run.ExitCode.ShouldBe(0);
        scene.Emulator.CountRequests().ShouldBe(0);
    }

    [Fact]
    public async Task The_schedule_fails_on_drift_and_only_then()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();

        var before = await scene.ActAsync("schedule", Payload(), sha, "refs/heads/main");
        await scene.PushAsync(sha);
        var after = await scene.ActAsync("schedule", Payload(), sha, "refs/heads/main");

        before.ExitCode.ShouldBe(1);
        before.Log.ShouldContain("IDEO6013");
        after.ExitCode.ShouldBe(0, after.Log);
    }

    [Fact]
    public async Task A_person_can_upload_by_hand_from_the_default_branch()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();

        var run = await scene.ActAsync("workflow_dispatch", Payload(), sha, "refs/heads/main", With("mode", "upload"));

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("3");
    }

    [Fact]
    public async Task By_hand_without_a_mode_only_plans()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();

        var run = await scene.ActAsync("workflow_dispatch", Payload(), sha, "refs/heads/main");

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Emulator.Datasets().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pull_request_never_uploads_whatever_the_mode()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));

        var run = await scene.PullRequestAsync(pull, inputs: With("mode", "upload"));

        run.ExitCode.ShouldBe(0);
        scene.Emulator.Datasets().ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_branch_uploads_if_an_input_names_it()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Git.Git("checkout", "--quiet", "-b", "release");

        var run = await scene.PushAsync(scene.Git.Tip, branch: "release", inputs: With("branches", "main\nrelease"));

        run.Outputs["uploaded"].ShouldBe("3");
    }

    [Theory]
    [InlineData("mode", "uplaod")]
    [InlineData("comment", "sometimes")]
    [InlineData("working-directory", "../elsewhere")]
    [InlineData("working-directory", "not-there")]
    [InlineData("api-url", "http://example.com")]
    [InlineData("manifests", "nothing/*/ideogram.yml")]
    public async Task A_wrong_input_is_exit_2_and_names_it(string input, string value)
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await scene.PushAsync(scene.Begin(), inputs: With(input, value));

        run.ExitCode.ShouldBe(2, run.Log);
        run.Log.ShouldContain("IDEO6007");
    }

    [Fact]
    public async Task A_dataset_that_is_not_allowed_gets_nothing()
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await scene.PushAsync(scene.Begin(), inputs: With("allowed-datasets", "Another"));

        run.ExitCode.ShouldBe(1);
        run.Log.ShouldContain("IDEO4058");
        scene.Emulator.Datasets().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_cancelled_run_reports_what_it_knows()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        using var stop = new CancellationTokenSource();
        scene.Stop = stop.Token;
        await stop.CancelAsync();

        var run = await scene.PushAsync(merge, main);

        run.ExitCode.ShouldBe(1);
        run.Outputs["uploaded"].ShouldBe("0");
        run.Summary.ShouldContain("cancelled");
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("cancelled");
    }

    private static JsonObject Payload() => new() { ["repository"] = ActionScene.RepositoryJson() };

    private static Dictionary<string, string> With(string input, string value) => new(StringComparer.Ordinal) { [input] = value };
}

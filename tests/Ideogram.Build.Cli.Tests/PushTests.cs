using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

public sealed class PushTests
{
    [Fact]
    public async Task A_merge_uploads_and_tells_the_pull_request()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        await scene.PullRequestAsync(pull);

        var run = await scene.PushAsync(scene.Squash(pull), main);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("4");
        run.Outputs["failed"].ShouldBe("0");
        run.Outputs["comment-url"].ShouldNotBeEmpty();
        run.Outputs["dataset-ids"].ShouldBe($"[\"{scene.Emulator.Datasets()[0].Id}\"]");
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("4 uploaded");
    }

    [Fact]
    public async Task A_second_push_without_changes_sends_nothing_and_updates_the_comment()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        await scene.PullRequestAsync(pull);
        var merge = scene.Squash(pull);
        await scene.PushAsync(merge, main);

        var run = await scene.PushAsync(merge, main);

        run.Outputs["uploaded"].ShouldBe("0");
        run.Outputs["unchanged"].ShouldBe("4");
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("4 unchanged");
    }

    [Theory]
    [InlineData(2, "3", "0 uploaded, 1 failed, 2 not sent")]
    [InlineData(0, "1", "0 uploaded, 1 failed")]
    public async Task A_broken_image_counts_among_those_that_are_not_where_the_manifest_wants_them(int sound, string failed, string headline)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        for (var i = 0; i < sound; i++)
            scene.Git.Write($"brand/{i}.png", TestImages.Png(seed: i));
        scene.Git.Write("brand/broken.png", TestImages.Png(seed: 9)[..40]);

        var run = await scene.PushAsync(scene.Git.Commit("A brand"));

        run.ExitCode.ShouldBe(1);
        run.Outputs["failed"].ShouldBe(failed);
        run.Log.ShouldContain($"ideogram: {headline}");
        run.Summary.ShouldContain(headline);
        var totals = JsonNode.Parse(run.Report!)!["totals"]!;
        (totals["failed"]!.GetValue<int>() + totals["notSent"]!.GetValue<int>()).ShouldBe(sound + 1);
    }

    [Fact]
    public async Task More_images_than_a_dataset_holds_are_all_not_sent()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        for (var i = 0; i < 101; i++)
            scene.Git.Write($"brand/{i}.png", TestImages.Png(seed: i));

        (await scene.PushAsync(scene.Git.Commit("A brand"))).Outputs["failed"].ShouldBe("101");
    }

    [Fact]
    public async Task A_cancelled_push_has_written_everything_before_it_waits_for_GitHub()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Emulator.SetFaults("delay:seconds=600");
        using var stop = new CancellationTokenSource();
        scene.Stop = stop.Token;
        await stop.CancelAsync();

        var run = await scene.PushAsync(scene.Git.Tip);

        run.ExitCode.ShouldBe(1);
        run.Report.ShouldNotBeNull().ShouldContain("\"cancelled\": true");
        run.Outputs["failed"].ShouldBe("0");
        run.Summary.ShouldContain("cancelled");
    }

    [Fact]
    public async Task A_refused_image_fails_the_step_after_everything_was_said()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/unsafe.png", TestImages.Png(seed: 9)));

        var run = await scene.PushAsync(scene.Squash(pull), main);

        run.ExitCode.ShouldBe(1);
        run.Outputs["uploaded"].ShouldBe("3");
        run.Outputs["failed"].ShouldBe("1");
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("FAILED_SAFETY_CHECK");
        run.Log.ShouldContain("::error file=brand/photos/unsafe.png");
        run.Summary.ShouldContain("unsafe.png");
    }

    [Theory]
    [InlineData("IDEO5001")]
    [InlineData("IDEO5002")]
    [InlineData("IDEO5010")]
    public async Task A_reason_of_Ideogram_s_that_looks_like_a_code_decides_neither_exit_nor_advice(string reason)
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin(1);
        scene.Emulator.SetFaults($"refuse:reason={reason}");

        var run = await scene.PushAsync(main);

        run.ExitCode.ShouldBe(ExitCode.Failure, run.Log);
        run.Log.ShouldContain($"IDEO5109: Upload failed: {reason}. See Ideogram's documentation");
        var image = JsonNode.Parse(run.Report!)!["datasets"]![0]!["images"]![0]!;
        ((string?)image["code"], (string?)image["reason"]).ShouldBe(("IDEO5109", reason));
        run.Summary.ShouldContain($"<code>IDEO5109</code> <code>{reason}</code>");
    }

    [Fact]
    public async Task The_pull_request_is_found_by_its_number_while_the_index_lags()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        scene.Emulator.LagCommitIndex(100);

        var run = await scene.PushAsync(merge, main);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Comments(1).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_number_the_index_is_waited_for()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull, "No number here");
        scene.Emulator.LagCommitIndex(4);

        await scene.PushAsync(merge, main);

        scene.Comments(1).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_direct_commit_that_names_a_pull_request_is_not_its_merge()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(7, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        scene.Git.Write("brand/photos/direct.png", TestImages.Png(seed: 20));
        var direct = scene.Git.Commit("Touch up (#7)");

        var run = await scene.PushAsync(direct, merge);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("5");
        scene.Comments(7).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_push_that_is_no_longer_the_tip_sends_nothing_and_says_so()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        scene.Git.Commit("Something newer");

        var run = await scene.PushAsync(merge, main);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Emulator.Datasets().ShouldBeEmpty();
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("Superseded");
    }

    [Fact]
    public async Task A_push_to_another_branch_only_validates()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();

        var run = await scene.PushAsync(sha, branch: "topic");

        run.ExitCode.ShouldBe(0, run.Log);
        (scene.Emulator.CountRequests("github-tree"), scene.Emulator.CountRequests()).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_upload_without_a_key_is_a_mistake_of_configuration()
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await scene.PushAsync(scene.Begin(), inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["api-key"] = "" });

        run.ExitCode.ShouldBe(2);
        run.Log.ShouldContain("IDEO6011");
    }

    [Fact]
    public async Task A_wrong_key_is_exit_3()
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await scene.PushAsync(scene.Begin(), inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["api-key"] = "wrong-key" });

        run.ExitCode.ShouldBe(3, run.Log);
    }

    [Fact]
    public async Task An_empty_workspace_names_the_missing_checkout()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin();
        foreach (var entry in new DirectoryInfo(scene.Git.Path).GetFileSystemInfos())
        {
            if (entry is DirectoryInfo folder) folder.Delete(recursive: true);
            else entry.Delete();
        }

        var run = await scene.ActAsync("workflow_dispatch", new JsonObject { ["repository"] = ActionScene.RepositoryJson() }, main, "refs/heads/main");

        run.ExitCode.ShouldBe(2);
        run.Log.ShouldContain("The workspace is empty: is actions/checkout missing before this step?");
    }

    [Fact]
    public async Task The_summary_names_every_problem_that_is_no_annotation()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("brand/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        for (var i = 10; i < 40; i++)
            scene.Git.Write($"brand/broken{i}.png", TestImages.Png(seed: i)[..40]);

        var run = await scene.PushAsync(scene.Git.Commit("A brand"));

        run.Log.ShouldContain("20 more problems are in the log and the job summary");
        for (var i = 10; i < 40; i++)
            run.Summary.ShouldContain($"brand/broken{i}.png:1");
    }
}

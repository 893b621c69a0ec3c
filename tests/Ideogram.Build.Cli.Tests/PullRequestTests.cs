using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

public sealed class PullRequestTests
{
    private static readonly Dictionary<string, string> WithoutKey = new(StringComparer.Ordinal) { ["api-key"] = "" };

    [Fact]
    public async Task The_comment_shows_what_a_merge_would_upload()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));

        var run = await scene.PullRequestAsync(pull);

        run.ExitCode.ShouldBe(0, run.Log);
        var comment = scene.Comments(1).ShouldHaveSingleItem();
        comment.Body.ShouldStartWith("<!-- ideogram-build ");
        comment.Body.ShouldContain("4 new");
        comment.Body.ShouldContain($"/{ActionScene.Repository}/blob/{pull.Head}/brand/photos/new.png?raw=true");
        run.Outputs["comment-url"].ShouldNotBeEmpty();
        run.Summary.ShouldContain("new.png");
    }

    [Fact]
    public async Task A_second_run_updates_the_same_comment()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var first = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        await scene.PullRequestAsync(first);
        var again = scene.Open(1, git => git.Write("brand/photos/newer.png", TestImages.Png(seed: 10)));

        await scene.PullRequestAsync(again);

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("newer.png");
    }

    [Fact]
    public async Task A_deleted_comment_is_made_anew()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        await scene.PullRequestAsync(pull);
        scene.Emulator.DeleteComment(ActionScene.Repository, scene.Comments(1)[0].Id);

        await scene.PullRequestAsync(pull);

        scene.Comments(1).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Somebody_elses_comment_with_the_marker_is_left_alone()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        await scene.PullRequestAsync(pull);
        var marker = scene.Comments(1)[0].Body.Split('\n')[0];
        scene.Emulator.DeleteComment(ActionScene.Repository, scene.Comments(1)[0].Id);
        scene.Emulator.AddComment(ActionScene.Repository, 1, "mallory", marker + "\nmine");

        await scene.PullRequestAsync(pull);

        scene.Comments(1).Select(c => c.Author).ShouldBe(["mallory", "github-actions[bot]"]);
        scene.Comments(1)[0].Body.ShouldEndWith("mine");
    }

    [Fact]
    public async Task The_comment_is_found_on_a_later_page()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        for (var i = 0; i < 120; i++)
            scene.Emulator.AddComment(ActionScene.Repository, 1, "octocat", "talk");
        await scene.PullRequestAsync(pull);

        await scene.PullRequestAsync(pull);

        scene.Comments(1).Count(c => c.Author == "github-actions[bot]").ShouldBe(1);
    }

    [Fact]
    public async Task Jobs_that_race_leave_one_comment()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.PullRequestAsync(pull), TestContext.Current.CancellationToken)));

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("4 new");
        scene.Emulator.CountRequests("github-comments-create").ShouldBeGreaterThanOrEqualTo(1);
    }

    [Fact]
    public async Task Without_a_key_the_plan_comes_from_the_base_commit()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(5, more: "update: additive\n");
        var pull = scene.Open(1, git =>
        {
            git.Write("brand/photos/new.png", TestImages.Png(seed: 9));
            git.Write("brand/photos/p1.png", TestImages.Png(seed: 10));
            git.Move("brand/photos/p2.png", "brand/photos/moved.png");
            git.Delete("brand/photos/p3.png");
            git.Write("brand/photos/p4.txt", "A caption");
        });

        var run = await scene.PullRequestAsync(pull, inputs: WithoutKey);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Emulator.Datasets().ShouldBeEmpty();
        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain($"/blob/{pull.Head}/brand/photos/p1.png?raw=true");
        body.ShouldContain($"/blob/{pull.Base}/brand/photos/p1.png?raw=true");
        body.ShouldContain("moved.png");
        body.ShouldContain("p3.png");
        run.Log.ShouldContain("IDEO6012");
    }

    [Fact]
    public async Task The_number_of_requests_does_not_grow_with_the_images()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(1);
        var few = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 100)));
        await scene.PullRequestAsync(few, inputs: WithoutKey);
        var before = scene.Emulator.CountRequests();
        scene.Emulator.ForgetRequests();
        var many = scene.Open(2, git =>
        {
            for (var i = 0; i < 90; i++)
                git.Write($"brand/photos/n{i}.png", TestImages.Png(seed: 200 + i));
        });

        await scene.PullRequestAsync(many, inputs: WithoutKey);

        scene.Emulator.CountRequests().ShouldBe(before);
    }

    [Fact]
    public async Task A_token_that_may_not_write_leaves_summary_and_verdict()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)), headRepository: "mallory/brand");

        var run = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["api-key"] = "",
            ["github-token"] = ActionScene.ReadOnlyToken
        });

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Comments(1).ShouldBeEmpty();
        run.Summary.ShouldContain("new.png");
        run.Log.ShouldContain("::notice ");
        run.Outputs["comment-url"].ShouldBeEmpty();
    }

    [Fact]
    public async Task Dependabot_has_no_secret_and_a_token_that_only_reads_and_that_is_no_failure()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("package.json", "{}"));

        var run = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["api-key"] = "",
            ["github-token"] = ActionScene.ReadOnlyToken,
            ["comment"] = "always"
        });

        run.ExitCode.ShouldBe(0, run.Log);
        run.Summary.ShouldContain("0 new, 3 unchanged");
        run.Log.ShouldNotContain("::error");
    }

    [Fact]
    public async Task An_error_in_the_manifest_is_an_annotation_at_its_line()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/ideogram.yml", "name: Brand\nimages: ['**/*.png']\ncaption: none\n"));

        var run = await scene.PullRequestAsync(pull);

        run.ExitCode.ShouldBe(1);
        run.Log.ShouldContain("::error file=brand/ideogram.yml,line=3,col=1,title=IDEO");
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("captions");
    }

    [Fact]
    public async Task A_change_of_target_is_called_out()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/ideogram.yml", "name: Elsewhere\nimages: ['**/*.png']\n"));

        await scene.PullRequestAsync(pull);

        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain("Elsewhere");
        body.ShouldContain("Brand");
    }

    [Fact]
    public async Task The_key_appears_only_in_the_line_that_masks_it()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/ideogram.yml", $"name: {ActionScene.Key}\nimages: ['**/*.png']\n"));

        var run = await scene.PullRequestAsync(pull);

        run.Log.ShouldStartWith($"::add-mask::{ActionScene.Key}");
        run.Log.IndexOf(ActionScene.Key, run.Log.IndexOf('\n', StringComparison.Ordinal), StringComparison.Ordinal).ShouldBe(-1);
        run.Summary.ShouldNotContain(ActionScene.Key);
        run.Report.ShouldNotBeNull().ShouldNotContain(ActionScene.Key);
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldNotContain(ActionScene.Key);
    }

    [Fact]
    public async Task A_closed_pull_request_does_nothing()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));

        var run = await scene.PullRequestAsync(pull, action: "closed");

        run.ExitCode.ShouldBe(0);
        scene.Emulator.CountRequests().ShouldBe(0);
    }

    [Theory]
    [InlineData("opened")]
    [InlineData("reopened")]
    [InlineData("edited")]
    [InlineData("ready_for_review")]
    [InlineData("converted_to_draft")]
    public async Task Whatever_happens_to_an_open_pull_request_is_a_plan(string action)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));

        var run = await scene.PullRequestAsync(pull, action);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("4 new");
        scene.Emulator.Datasets().ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_annotations_of_a_kind_are_shown_errors_first_and_the_rest_are_counted()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git =>
        {
            git.Write("brand/photos/alone.txt", "A caption of no image");
            for (var i = 0; i < 14; i++)
                git.Write($"brand/photos/broken{i}.png", "no image");
        });

        var run = await scene.PullRequestAsync(pull);

        var kinds = run.Log.Split('\n').Where(l => l.StartsWith("::error ", StringComparison.Ordinal) || l.StartsWith("::warning ", StringComparison.Ordinal))
            .Select(l => l.Split(' ')[0]).ToList();
        kinds.Count(k => k == "::error").ShouldBe(10);
        string.Join(" ", kinds).ShouldBe(string.Join(" ", kinds.Order(StringComparer.Ordinal)), run.Log);
        run.Log.ShouldContain("4 more problems are in the log and the job summary");
    }
}

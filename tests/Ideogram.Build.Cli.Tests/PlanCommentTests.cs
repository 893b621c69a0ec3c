using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Tests.World;
using static Ideogram.Build.Cli.Tests.World.ReviewScene;

namespace Ideogram.Build.Cli.Tests;

/// <summary>A plan's comment says which commits it is for, to people and to later runs.</summary>
[Trait("Category", "Reviewed")]
public sealed class PlanCommentTests
{
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
        body.Split('\n')[0].ShouldEndWith($" planned head={pull.Head} base={pull.Base} commit={pull.Merge} digest={digest} run=42 -->");
        Visible(body).ShouldStartWith($"For {pull.Head[..7]}, compared with {pull.Base[..7]}.");
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
}

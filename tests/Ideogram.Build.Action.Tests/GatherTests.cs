using System.Text.Json.Nodes;
using Ideogram.Build.Action.Tests.World;

namespace Ideogram.Build.Action.Tests;

public sealed class GatherTests
{
    [Fact]
    public async Task Mode_matrix_groups_the_manifests()
    {
        await using var scene = await Scene.SetAsync();
        for (var i = 0; i < 300; i++)
            scene.Git.Write($"d{i:000}/ideogram.yml", $"name: D{i}\nimages: ['*.png']\n");

        var run = await scene.PushAsync(scene.Git.Commit("Many"), inputs: With(("mode", "matrix")));

        run.ExitCode.ShouldBe(0, run.Log);
        var groups = JsonNode.Parse(run.Outputs["matrix"])!["include"]!.AsArray();
        groups.Count.ShouldBeLessThanOrEqualTo(256);
        groups.SelectMany(g => g!["manifests"]!.GetValue<string>().Split('\n')).Count().ShouldBe(300);
    }

    [Fact]
    public async Task Two_matrix_jobs_and_their_report_make_one_comment()
    {
        await using var scene = await Scene.SetAsync();
        var main = Two(scene);
        var pull = scene.Open(1, git => git.Write("a/new.png", TestImage.Png(9)));
        var merge = scene.Squash(pull);
        foreach (var folder in new[] { "a", "b" })
        {
            var job = await scene.PushAsync(merge, main, inputs: With(("manifests", $"{folder}/ideogram.yml"), ("comment", "never")));
            scene.Git.Write($"reports/{folder}/report.json", job.Report!);
        }

        var run = await scene.PushAsync(merge, main, inputs: With(("mode", "report"), ("reports", "reports"), ("api-key", "")));

        run.ExitCode.ShouldBe(0, run.Log);
        run.Outputs["uploaded"].ShouldBe("3");
        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain("3 uploaded");
        body.ShouldContain($"/blob/{merge}/a/new.png?raw=true");
    }

    [Fact]
    public async Task A_forks_report_is_posted_to_the_pull_request_of_its_commit()
    {
        await using var scene = await Scene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImage.Png(9)), headRepository: "mallory/brand");
        var plan = await scene.PullRequestAsync(pull, inputs: With(("api-key", ""), ("comment", "never"), ("github-token", Scene.ReadOnlyToken)));
        scene.Git.Write("reports/report.json", plan.Report!);

        var run = await WorkflowRunAsync(scene, pull);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain($"/blob/{pull.Head}/brand/photos/new.png?raw=true");
    }

    [Fact]
    public async Task A_report_for_an_older_commit_is_not_posted()
    {
        await using var scene = await Scene.SetAsync();
        scene.Begin();
        var old = scene.Open(1, git => git.Write("brand/photos/new.png", TestImage.Png(9)), headRepository: "mallory/brand");
        var plan = await scene.PullRequestAsync(old, inputs: With(("api-key", ""), ("comment", "never")));
        scene.Git.Write("reports/report.json", plan.Report!);
        scene.Open(1, git => git.Write("brand/photos/newer.png", TestImage.Png(10)), headRepository: "mallory/brand");
        scene.Git.Write("reports/report.json", plan.Report!);

        await WorkflowRunAsync(scene, old);

        scene.Comments(1).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{\"version\":2}")]
    [InlineData("{\"version\":1,\"kind\":\"plan\",\"started\":\"x\"}")]
    public async Task A_file_that_is_no_report_is_a_coded_mistake(string text)
    {
        await using var scene = await Scene.SetAsync();
        scene.Begin();
        scene.Git.Write("reports/report.json", text);

        var run = await scene.PushAsync(scene.Git.Tip, inputs: With(("mode", "report"), ("reports", "reports")));

        run.ExitCode.ShouldBe(2);
        run.Log.ShouldContain("IDEO6010");
    }

    [Fact]
    public async Task A_report_with_a_path_out_of_the_repository_is_refused()
    {
        await using var scene = await Scene.SetAsync();
        var sha = scene.Begin();
        var job = await scene.PushAsync(sha);
        scene.Git.Write("reports/report.json", job.Report!.Replace("brand/ideogram.yml", "../../etc/passwd", StringComparison.Ordinal));

        var run = await scene.PushAsync(sha, inputs: With(("mode", "report"), ("reports", "reports")));

        run.ExitCode.ShouldBe(2);
    }

    private static string Two(Scene scene)
    {
        foreach (var (folder, number) in new[] { ("a", 1), ("b", 2) })
        {
            scene.Git.Write($"{folder}/ideogram.yml", $"name: {folder}\nimages: ['*.png']\n");
            scene.Git.Write($"{folder}/p.png", TestImage.Png(number));
        }

        return scene.Git.Commit("Two datasets");
    }

    private static Task<RunResult> WorkflowRunAsync(Scene scene, Pull pull) => scene.ActAsync(
        "workflow_run",
        new JsonObject
        {
            ["action"] = "completed",
            ["workflow_run"] = new JsonObject
            {
                ["head_sha"] = pull.Head,
                ["head_branch"] = $"feature-{pull.Number}",
                ["event"] = "pull_request",
                ["head_repository"] = new JsonObject { ["full_name"] = pull.HeadRepository },
            },
            ["repository"] = Scene.RepositoryJson(),
        },
        scene.Git.Git("rev-parse", "main"),
        "refs/heads/main",
        With(("mode", "report"), ("reports", "reports"), ("api-key", "")));

    private static Dictionary<string, string> With(params (string Name, string Value)[] inputs) => inputs.ToDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal);
}

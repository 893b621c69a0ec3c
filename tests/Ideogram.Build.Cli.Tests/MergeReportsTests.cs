using System.Text;
using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

public sealed class MergeReportsTests
{
    [Fact]
    public async Task Two_matrix_jobs_and_their_report_make_one_comment()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = Two(scene);
        var pull = scene.Open(1, git => git.Write("a/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        foreach (var folder in new[] { "a", "b" })
        {
            var job = await scene.PushAsync(merge, main, inputs: With(("manifests", $"{folder}/ideogram.yml"), ("comment", "never")));
            scene.Reports[$"{folder}/report.json"] = job.Report!;
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
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)), headRepository: "mallory/brand");
        var plan = await scene.PullRequestAsync(pull, inputs: With(("api-key", ""), ("comment", "never"), ("github-token", ActionScene.ReadOnlyToken)));
        scene.Reports["report.json"] = plan.Report!;

        var run = await WorkflowRunAsync(scene, pull);

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain($"/blob/{pull.Head}/brand/photos/new.png?raw=true");
    }

    [Fact]
    public async Task A_report_for_an_older_commit_is_not_posted()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var old = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)), headRepository: "mallory/brand");
        var plan = await scene.PullRequestAsync(old, inputs: With(("api-key", ""), ("comment", "never")));
        scene.Reports["report.json"] = plan.Report!;
        scene.Open(1, git => git.Write("brand/photos/newer.png", TestImages.Png(seed: 10)), headRepository: "mallory/brand");
        scene.Reports["report.json"] = plan.Report!;

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
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        scene.Reports["report.json"] = text;

        var run = await scene.PushAsync(scene.Git.Tip, inputs: With(("mode", "report"), ("reports", "reports")));

        run.ExitCode.ShouldBe(2);
        run.Log.ShouldContain("IDEO6010");
    }

    [Fact]
    public async Task A_report_with_a_path_out_of_the_repository_is_refused()
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();
        var job = await scene.PushAsync(sha);
        scene.Reports["report.json"] = job.Report!.Replace("brand/ideogram.yml", "../../etc/passwd", StringComparison.Ordinal);

        var run = await scene.PushAsync(sha, inputs: With(("mode", "report"), ("reports", "reports")));

        run.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_job_that_left_no_report_is_named_and_fails_the_run()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = Two(scene);
        var pull = scene.Open(1, git => git.Write("a/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        var matrix = (await scene.PushAsync(merge, main, inputs: With(("mode", "matrix")))).Outputs["matrix"];
        var job = await scene.PushAsync(merge, main, inputs: With(("manifests", "a/ideogram.yml"), ("comment", "never")));
        scene.Reports["a.json"] = job.Report!;

        var run = await scene.PushAsync(merge, main, inputs: With(("mode", "report"), ("reports", "reports"), ("matrix", matrix)));

        run.ExitCode.ShouldBe(1);
        run.Log.ShouldContain("::error file=b/ideogram.yml,line=1,col=1,title=IDEO6014");
        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain("### ❌ Ideogram: 2 uploaded");
        body.ShouldContain("No report from 1 of 2 datasets: <code>b/ideogram.yml</code>.");
    }

    [Theory]
    [InlineData("push")]
    [InlineData("pull_request")]
    public async Task Where_no_job_left_a_report_all_of_them_are_named(string eventName)
    {
        await using var scene = await ActionScene.SetAsync();
        var main = Two(scene);
        var pull = scene.Open(1, git => git.Write("a/new.png", TestImages.Png(seed: 9)));
        var inputs = With(("mode", "report"), ("reports", "reports"),
            ("matrix", "{\"include\":[{\"name\":\"x\",\"manifests\":\"a/ideogram.yml\\nb/ideogram.yml\"}]}"));

        var run = eventName == "push" ? await scene.PushAsync(scene.Squash(pull), main, inputs: inputs) : await scene.PullRequestAsync(pull, inputs: inputs);

        run.ExitCode.ShouldBe(1, run.Log);
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("No report from 2 of 2 datasets");
    }

    [Fact]
    public async Task A_pull_request_without_all_its_reports_is_told_by_the_next_run()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = Two(scene);
        var pull = scene.Open(1, git => git.Write("a/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        await scene.PushAsync(merge, main,
            inputs: With(("mode", "report"), ("reports", "reports"), ("matrix", "{\"include\":[{\"name\":\"x\",\"manifests\":\"a/ideogram.yml\"}]}")));
        scene.Git.Write("b/later.png", TestImages.Png(seed: 30));

        await scene.PushAsync(scene.Git.Commit("Later"), merge);

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("4 uploaded");
    }

    [Fact]
    public async Task What_a_matrix_uploaded_before_something_newer_came_is_not_called_nothing()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = Two(scene);
        var pull = scene.Open(1, git => git.Write("a/new.png", TestImages.Png(seed: 9)));
        var merge = scene.Squash(pull);
        var job = await scene.PushAsync(merge, main, inputs: With(("manifests", "a/ideogram.yml"), ("comment", "never")));
        scene.Git.Write("newer.txt", "newer");
        scene.Git.Commit("Something newer");
        scene.Reports["a.json"] = job.Report!;

        var run = await scene.PushAsync(merge, main, inputs: With(("mode", "report"), ("reports", "reports"),
            ("matrix", "{\"include\":[{\"name\":\"x\",\"manifests\":\"a/ideogram.yml\\nb/ideogram.yml\"}]}")));

        run.ExitCode.ShouldBe(0, run.Log);
        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain("2 uploaded");
        body.ShouldContain("A newer commit was pushed");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{\"include\":[{}]}")]
    [InlineData("{\"include\":[null]}")]
    [InlineData("{\"include\":[{\"name\":\"x\",\"manifests\":\"../../etc/passwd\"}]}")]
    public async Task A_matrix_that_is_none_is_exit_2(string matrix)
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await scene.PushAsync(scene.Begin(), inputs: With(("mode", "report"), ("reports", "reports"), ("matrix", matrix)));

        run.ExitCode.ShouldBe(2, run.Log);
        run.Log.ShouldContain("IDEO6007");
    }

    [Fact]
    public async Task Reports_of_thousands_of_images_keep_comment_and_summary_within_GitHubs_bounds()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(40);
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 90)));
        var plan = JsonNode.Parse((await scene.PullRequestAsync(pull, inputs: With(("comment", "never")))).Report!)!;
        var dataset = plan["datasets"]![0]!;
        for (var i = 0; i < 200; i++)
        {
            var another = dataset.DeepClone();
            another["manifest"] = $"d{i:000}/ideogram.yml";
            plan["datasets"]!.AsArray().Add(another);
        }

        scene.Reports["report.json"] = plan.ToJsonString();

        var run = await scene.PullRequestAsync(pull, inputs: With(("mode", "report"), ("reports", "reports")));

        run.ExitCode.ShouldBe(0, run.Log);
        Encoding.UTF8.GetByteCount(run.Summary).ShouldBeInRange(500_000, 1024 * 1024);
        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.Length.ShouldBeLessThan(65_536);
        body.ShouldContain("201 datasets: 8241 new");
    }

    private static string Two(ActionScene scene)
    {
        foreach (var (folder, number) in new[] { ("a", 1), ("b", 2) })
        {
            scene.Git.Write($"{folder}/ideogram.yml", $"name: {folder}\nimages: ['*.png']\n");
            scene.Git.Write($"{folder}/p.png", TestImages.Png(seed: number));
        }

        return scene.Git.Commit("Two datasets");
    }

    internal static Task<RunResult> WorkflowRunAsync(ActionScene scene, Pull pull) => scene.ActAsync(
        "workflow_run",
        new JsonObject
        {
            ["action"] = "completed",
            ["workflow_run"] = new JsonObject
            {
                ["id"] = 42,
                ["run_attempt"] = 1,
                ["actor"] = new JsonObject { ["login"] = "mallory" },
                ["head_sha"] = pull.Head,
                ["head_branch"] = $"feature-{pull.Number}",
                ["event"] = "pull_request",
                ["head_repository"] = new JsonObject { ["full_name"] = pull.HeadRepository },
            },
            ["repository"] = ActionScene.RepositoryJson(),
        },
        scene.Git.Git("rev-parse", "main"),
        "refs/heads/main",
        With(("mode", "report"), ("reports", "reports"), ("api-key", "")));

    private static Dictionary<string, string> With(params (string Name, string Value)[] inputs) =>
        inputs.ToDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal);
}

using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>Whose report is whose: the event tells it, and a report of an unmerged pull request is a plan, always.</summary>
public sealed class StrangersReportTests
{
    private static readonly Dictionary<string, string> Report = new(StringComparer.Ordinal) { ["mode"] = "report", ["reports"] = "reports" };

    [Theory]
    [InlineData("upload")]
    [InlineData("train")]
    [InlineData("plan")]
    public async Task A_fork_that_claims_an_upload_gets_a_plan_that_says_who_made_it(string kind)
    {
        await using var scene = await ActionScene.SetAsync();
        var pull = await ForkAsync(scene);
        var report = JsonNode.Parse(scene.Reports["report.json"])!;
        report["kind"] = kind;
        var dataset = report["datasets"]![0]!;
        (dataset["source"], dataset["id"], dataset["created"], dataset["pin"], dataset["imagesSeen"]) = ("dataset", "evil-id", true, true, 5);
        dataset["training"] = JsonNode.Parse(
            """{"modelName":"Evil","outcome":"started","modelId":"m","status":"TRAINING","runStatus":null,"customModelUri":"ideogram://evil","reason":null}""");
        foreach (var image in dataset["images"]!.AsArray())
            image!["outcome"] = "uploaded";
        scene.Reports["report.json"] = report.ToJsonString();

        var run = await MergeReportsTests.WorkflowRunAsync(scene, pull);

        run.ExitCode.ShouldBe(0, run.Log);
        var body = scene.Comments(1).ShouldHaveSingleItem().Body;
        body.ShouldContain("a merge uploads 1 image");
        body.ShouldContain("Written by another run and not checked: run 42 of <code>mallory/brand</code>");
        body.ShouldContain("started by <code>mallory</code>");
        foreach (var claim in new[] { "✅", "uploaded", "evil", "Evil", "🎓" })
            body.ShouldNotContain(claim);
        (run.Outputs["uploaded"], run.Outputs["dataset-ids"], run.Outputs["models"]).ShouldBe(("0", "[]", "[]"));
    }

    [Fact]
    public async Task An_upload_in_a_pull_requests_own_run_is_refused()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        var plan = await scene.PullRequestAsync(pull, inputs: Never);
        scene.Reports["report.json"] = plan.Report!.Replace("\"kind\": \"plan\"", "\"kind\": \"upload\"", StringComparison.Ordinal);

        Refused(scene, "IDEO6024", "report.json", await scene.PullRequestAsync(pull, inputs: Report));
    }

    [Fact]
    public async Task A_report_of_another_run_is_refused()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        scene.RunId = "41";
        scene.Reports["old.json"] = (await scene.PullRequestAsync(pull, inputs: Never)).Report!;
        scene.RunId = "42";

        Refused(scene, "IDEO6024", "old.json", await scene.PullRequestAsync(pull, inputs: Report));
    }

    [Fact]
    public async Task A_report_of_a_later_attempt_is_refused()
    {
        await using var scene = await ActionScene.SetAsync();
        var pull = await ForkAsync(scene);
        scene.Reports["report.json"] = scene.Reports["report.json"].Replace("\"attempt\": 1", "\"attempt\": 2", StringComparison.Ordinal);

        Refused(scene, "IDEO6024", "report.json", await MergeReportsTests.WorkflowRunAsync(scene, pull));
    }

    [Fact]
    public async Task Two_reports_for_one_manifest_are_refused()
    {
        await using var scene = await ActionScene.SetAsync();
        var pull = await ForkAsync(scene);
        scene.Reports["b/decoy.json"] = scene.Reports["report.json"];

        Refused(scene, "IDEO6022", "decoy.json", await MergeReportsTests.WorkflowRunAsync(scene, pull));
    }

    [Fact]
    public async Task A_manifest_that_the_matrix_does_not_name_is_refused()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)));
        scene.Reports["report.json"] = (await scene.PullRequestAsync(pull, inputs: Never)).Report!;
        var inputs = new Dictionary<string, string>(Report, StringComparer.Ordinal)
        {
            ["matrix"] = """{"include":[{"name":"a","manifests":"a/ideogram.yml"}]}""",
        };

        Refused(scene, "IDEO6023", "report.json", await scene.PullRequestAsync(pull, inputs: inputs));
    }

    [Fact]
    public async Task More_reports_than_a_matrix_has_jobs_are_refused()
    {
        await using var scene = await ActionScene.SetAsync();
        var pull = await ForkAsync(scene);
        for (var i = 0; i < 256; i++)
            scene.Reports[$"d{i}.json"] = "{}";

        Refused(scene, "IDEO6021", "report.json", await MergeReportsTests.WorkflowRunAsync(scene, pull));
    }

    [Theory]
    [InlineData("bytes", "9223372036854775807")]
    [InlineData("bytes", "-1")]
    [InlineData("bytes", "1.5")]
    [InlineData("bytes", "1e300")]
    [InlineData("milliseconds", "9223372036854775807")]
    [InlineData("attempts", "2147483647")]
    [InlineData("width", "4294967296")]
    [InlineData("surprise", "1")]
    [InlineData("file", "\"a/../../b\"")]
    [InlineData("file", "\"/etc/passwd\"")]
    [InlineData("outcome", "\"Planned\"")]
    [InlineData("outcome", "\"planned, unchanged\"")]
    [InlineData("outcome", "1")]
    [InlineData("twins", "null")]
    public async Task What_the_schema_does_not_allow_is_refused(string member, string value)
    {
        await using var scene = await ActionScene.SetAsync();
        var pull = await ForkAsync(scene);
        var report = JsonNode.Parse(scene.Reports["report.json"])!;
        report["datasets"]![0]!["images"]![0]![member] = JsonNode.Parse(value);
        scene.Reports["report.json"] = report.ToJsonString();

        Refused(scene, "IDEO6010", "report.json", await MergeReportsTests.WorkflowRunAsync(scene, pull));
    }

    [Fact]
    public async Task More_images_than_a_dataset_holds_are_refused()
    {
        await using var scene = await ActionScene.SetAsync();
        var pull = await ForkAsync(scene);
        var report = JsonNode.Parse(scene.Reports["report.json"])!;
        var images = report["datasets"]![0]!["images"]!.AsArray();
        while (images.Count < 101)
            images.Add(images[0]!.DeepClone());
        scene.Reports["report.json"] = report.ToJsonString();

        Refused(scene, "IDEO6010", "report.json", await MergeReportsTests.WorkflowRunAsync(scene, pull));
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("reports/report.json")]
    [InlineData("./reports")]
    public async Task Reports_in_the_repository_are_refused(string name)
    {
        await using var scene = await ActionScene.SetAsync();
        var sha = scene.Begin();
        scene.Git.Write("reports/report.json", (await scene.PushAsync(sha)).Report!);

        var run = await scene.PushAsync(sha, inputs: new Dictionary<string, string>(Report, StringComparer.Ordinal) { ["reports"] = name });

        run.ExitCode.ShouldBe(2, run.Log);
        run.Log.ShouldContain("IDEO6020");
        run.Log.ShouldContain("reports");
    }

    private static Dictionary<string, string> Never => new(StringComparer.Ordinal) { ["api-key"] = "", ["comment"] = "never" };

    private static async Task<Pull> ForkAsync(ActionScene scene)
    {
        scene.Begin();
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)), headRepository: "mallory/brand");
        scene.Reports["report.json"] = (await scene.PullRequestAsync(pull, inputs: Never)).Report!;
        return pull;
    }

    private static void Refused(ActionScene scene, string code, string file, RunResult run)
    {
        run.ExitCode.ShouldBe(2, run.Log);
        run.Log.ShouldContain($"title={code}");
        run.Log.ShouldContain(file);
        scene.Comments(1).ShouldBeEmpty();
    }
}

using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>A fork's report is a stranger's file, read by a run whose token may write.</summary>
public sealed class HostileReportTests
{
    [Theory]
    [InlineData("image/path", "long")]
    [InlineData("image/path", "\"a\\u0000b.png\"")]
    [InlineData("image/path", "\"../../../../etc/passwd\"")]
    [InlineData("image/path", "\"x.zip!../../etc/passwd\"")]
    [InlineData("image/path", "\"\\ud800.png\"")]
    [InlineData("image/path", "\"\"")]
    [InlineData("image/path", "\"javascript:alert(1)//@octocat\"")]
    [InlineData("image/caption", "long")]
    [InlineData("image/remoteName", "long")]
    [InlineData("image/formerPath", "long")]
    [InlineData("image/width", "-2147483648")]
    [InlineData("image/bytes", "-9223372036854775808")]
    [InlineData("image/bytes", "1e400")]
    [InlineData("image/edit", "true")]
    [InlineData("image/outcome", "\"7\"")]
    [InlineData("image/sha256", "\"../../x\"")]
    [InlineData("dataset/name", "long")]
    [InlineData("dataset/id", "long")]
    [InlineData("dataset/formerTarget", "long")]
    [InlineData("dataset/manifest", "long")]
    [InlineData("dataset/manifest", "\"/etc/passwd\"")]
    [InlineData("dataset/manifest", "\".\"")]
    [InlineData("dataset/imagesBefore", "2147483647")]
    [InlineData("dataset/assets", "{\"images\":1,\"duplicates\":0,\"bytes\":1,\"captions\":0,\"broken\":2147483647}")]
    [InlineData("dataset/diagnostics", "[{\"code\":\"IDEO2001\",\"severity\":\"error\",\"message\":\"@octocat ::error::x\\n##[error]y "
        + "https://evil.example\",\"file\":\"a\\nb,title=x::y\",\"line\":2147483647,\"column\":-5}]")]
    [InlineData("dataset/diagnostics", "[{\"code\":\"x\\\"><script>\",\"severity\":\"error\",\"message\":\"m\",\"file\":\"a\",\"line\":1,\"column\":1}]")]
    [InlineData("dataset/stale", "[{\"name\":\"@octocat </li></ul></details> # x\",\"bytes\":-1}]")]
    [InlineData("dataset/training", "{\"modelName\":\"@a \\\" @octocat #1\",\"outcome\":\"started\",\"modelId\":\"\\\" @octocat https://evil.example "
        + "www.evil.example\",\"status\":\"#1 @octocat\",\"runStatus\":null,\"customModelUri\":\"https://evil.example\",\"reason\":null}")]
    [InlineData("report/started", "\"0001-01-01T00:00:00Z\"")]
    [InlineData("report/started", "\"9999-12-31T23:59:59-14:00\"")]
    [InlineData("report/milliseconds", "4294967295")]
    [InlineData("report/kind", "\"train\"")]
    [InlineData("report/datasets", "[]")]
    [InlineData("report/datasets", "{}")]
    public async Task Whatever_it_says_the_run_ends_in_good_order_and_nothing_of_it_is_live(string member, string value)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(1);
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)), headRepository: "mallory/brand");
        var plan = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["api-key"] = "",
            ["comment"] = "never",
            ["github-token"] = ActionScene.ReadOnlyToken
        });
        scene.Reports["report.json"] = Changed(plan.Report!, member, value);

        var run = await MergeReportsTests.WorkflowRunAsync(scene, pull);

        run.ExitCode.ShouldBeInRange(0, 2, run.Log);
        foreach (var line in run.Log.Split('\n').Where(l => l.TrimStart().StartsWith("::", StringComparison.Ordinal)))
            line.ShouldMatch("^::(add-mask::|(notice|warning|error) (title|file)=)");
        run.Log.ShouldNotContain("##[");
        foreach (var comment in scene.Comments(1))
        {
            comment.Body.Length.ShouldBeLessThan(65_536);
            HostileTextTests.Rendered(comment.Body, scene);
        }
    }

    [Fact]
    public async Task Thousands_of_datasets_are_told_in_one_comment()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(1);
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 9)), headRepository: "mallory/brand");
        var plan = JsonNode.Parse(
            (await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["api-key"] = "", ["comment"] = "never" }))
            .Report!)!;
        var dataset = plan["datasets"]![0]!;
        dataset["images"] = new JsonArray();
        dataset["formerTarget"] = "Another";
        for (var i = 0; i < 9_000; i++)
        {
            var another = dataset.DeepClone();
            another["manifest"] = $"d{i}/ideogram.yml";
            plan["datasets"]!.AsArray().Add(another);
        }

        scene.Reports["report.json"] = plan.ToJsonString();

        var run = await MergeReportsTests.WorkflowRunAsync(scene, pull);

        run.ExitCode.ShouldBe(0);
        scene.Comments(1).ShouldHaveSingleItem().Body.Length.ShouldBeLessThan(65_536);
    }

    private static string Changed(string report, string member, string value)
    {
        var json = JsonNode.Parse(report)!;
        var dataset = json["datasets"]![0]!;
        var (holder, name) = member.Split('/') switch
        {
            ["image", var of] => (dataset["images"]![0]!, of),
            ["dataset", var of] => (dataset, of),
            [_, var of] => (json, of),
            _ => throw new ArgumentException("No such member.", nameof(member)),
        };
        holder[name] = "PLACE";
        var text = value == "long" ? $"\"{string.Concat(Enumerable.Repeat("@octocat <b>x</b> /", 10_000))}\"" : value;
        return json.ToJsonString().Replace("\"PLACE\"", text, StringComparison.Ordinal);
    }
}

using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>Several uses of the action in one job: a composite action gives them all the same step, and no report is lost.</summary>
public sealed class OneJobTests
{
    [Fact]
    public async Task Two_uses_with_one_step_name_write_two_reports()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.IsOneJob = true;
        scene.Begin();
        scene.Git.Write("other/ideogram.yml", "name: Second\nimages: ['*.png']\n");
        scene.Git.Write("other/a.png", TestImages.Png(seed: 50));
        scene.Git.Commit("Two datasets");
        var pull = scene.Open(1, git => git.Write("README.md", "words"));

        var first = await scene.PullRequestAsync(pull, inputs: Only("brand"));
        var second = await scene.PullRequestAsync(pull, inputs: Only("other"));

        first.Outputs["report"].ShouldBe("ideogram-build/step.json");
        second.Outputs["report"].ShouldBe("ideogram-build/step-2.json");
        (Manifest(first), Manifest(second)).ShouldBe(("brand/ideogram.yml", "other/ideogram.yml"));
    }

    private static string Manifest(RunResult run) =>
        JsonNode.Parse(run.Report!)!["datasets"]!.AsArray().ShouldHaveSingleItem()!["manifest"]!.GetValue<string>();

    private static Dictionary<string, string> Only(string manifests) => new(StringComparer.Ordinal) { ["manifests"] = manifests };
}

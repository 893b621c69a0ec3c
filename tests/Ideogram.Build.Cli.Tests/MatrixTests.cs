using System.Text;
using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>The groups of a matrix: every manifest once, small enough for a job, and no two that would fill one dataset.</summary>
public sealed class MatrixTests
{
    [Fact]
    public async Task Mode_matrix_groups_the_manifests()
    {
        await using var scene = await ActionScene.SetAsync();
        for (var i = 0; i < 300; i++)
            scene.Git.Write($"d{i:000}/ideogram.yml", $"name: D{i}\nimages: ['*.png']\n");

        var run = await scene.PushAsync(scene.Git.Commit("Many"), inputs: With(("mode", "matrix")));

        run.ExitCode.ShouldBe(0, run.Log);
        var groups = JsonNode.Parse(run.Outputs["matrix"])!["include"]!.AsArray();
        groups.Count.ShouldBeLessThanOrEqualTo(256);
        groups.SelectMany(g => g!["manifests"]!.GetValue<string>().Split('\n')).Count().ShouldBe(300);
    }

    [Theory]
    [InlineData("Brand v2", "is such a name")]
    [InlineData("Brand", "so both manifests would fill one dataset")]
    public async Task Mode_matrix_names_two_manifests_of_one_family_since_no_job_sees_both(string name, string says)
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Git.Write("a/ideogram.yml", "name: Brand\nimages: ['*.png']\n");
        scene.Git.Write("b/ideogram.yml", $"name: {name}\nimages: ['*.png']\n");

        var run = await scene.PushAsync(scene.Git.Commit("Two"), inputs: With(("mode", "matrix")));

        run.ExitCode.ShouldBe(1, run.Log);
        run.Log.ShouldContain("::error file=a/ideogram.yml,line=1,col=7,title=IDEO4005");
        run.Log.ShouldContain("::error file=b/ideogram.yml,line=1,col=7,title=IDEO4005");
        run.Log.ShouldContain(says);
    }

    [Fact]
    public async Task The_matrix_of_five_thousand_manifests_is_one_that_jobs_can_take()
    {
        await using var scene = await ActionScene.SetAsync();
        for (var i = 0; i < 5_000; i++)
            scene.Git.Write($"datasets/team-{i % 40:00}/brand-{i:0000}/ideogram.yml", $"name: D{i}\nimages: ['*.png']\n");
        scene.Git.Write("datasets/team-00/brand-0000/a.png", TestImages.Png(seed: 1));
        var commit = scene.Git.Commit("Very many");

        var run = await scene.PushAsync(commit, inputs: With(("mode", "matrix")));

        run.ExitCode.ShouldBe(0, run.Log);
        Encoding.UTF8.GetByteCount("INPUT_MATRIX=" + run.Outputs["matrix"]).ShouldBeLessThan(131_072);
        var group = JsonNode.Parse(run.Outputs["matrix"])!["include"]![0]!["manifests"]!.GetValue<string>();
        group.ShouldStartWith("datasets/team-00//brand-0000//brand-0040//");
        var job = await scene.PushAsync(commit, inputs: With(("mode", "validate"), ("manifests", group), ("api-key", "")));
        JsonNode.Parse(job.Report!)!["datasets"]!.AsArray().Count.ShouldBe(20);
        JsonNode.Parse(job.Report!)!["datasets"]![0]!["manifest"]!.GetValue<string>().ShouldBe("datasets/team-00/brand-0000/ideogram.yml");
    }

    [Fact]
    public async Task A_matrix_that_no_job_could_take_is_refused_with_what_to_do()
    {
        await using var scene = await ActionScene.SetAsync();
        for (var i = 0; i < 1_000; i++)
            scene.Git.Write($"{i}{new string('d', 140)}/ideogram.yml", $"name: D{i}\nimages: ['*.png']\n");

        var run = await scene.PushAsync(scene.Git.Commit("Long"), inputs: With(("mode", "matrix")));

        run.ExitCode.ShouldBe(2);
        run.Log.ShouldContain("IDEO6030");
        run.Log.ShouldContain("1000 manifests");
    }

    private static Dictionary<string, string> With(params (string Name, string Value)[] inputs) =>
        inputs.ToDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal);
}

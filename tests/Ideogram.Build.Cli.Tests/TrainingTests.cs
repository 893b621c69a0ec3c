using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>Trainings cost money: what a merge would start is said before, and nothing else is started.</summary>
public sealed class TrainingTests
{
    private const string OnChange = "update: revision\ntraining: {base: ideogram-v4, model-name: Acme Brand, start: on-change}\n";

    [Fact]
    public async Task The_pull_request_says_what_a_merge_would_train_and_the_merge_trains_it_once()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin(15, OnChange);
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 90)));
        var plan = await scene.PullRequestAsync(pull, inputs: With("true"));
        var planned = scene.Comments(1).ShouldHaveSingleItem().Body;
        var merge = scene.Squash(pull);

        var first = await scene.PushAsync(merge, main, inputs: With("true"));
        var merged = scene.Comments(1).ShouldHaveSingleItem().Body;
        var second = await scene.PushAsync(merge, main, inputs: With("true"));

        planned.ShouldContain("Ideogram: a merge uploads 16 images into a new dataset and starts 1 paid training\n");
        Models(plan).ShouldHaveSingleItem()["outcome"]!.GetValue<string>().ShouldBe("due");
        first.ExitCode.ShouldBe(0, first.Log);
        var model = scene.Emulator.Models().ShouldHaveSingleItem();
        merged.ShouldContain("16 uploaded, 0 failed, 0 unchanged, 1 training started");
        merged.ShouldContain($"<code>{model.Id}</code>");
        merged.ShouldContain($"<code>{scene.Emulator.Datasets()[0].Id}</code>");
        merged.ShouldContain("/actions/runs/42/attempts/1\">this run</a>");
        (Models(first)[0]["id"]!.GetValue<string>(), Models(first)[0]["outcome"]!.GetValue<string>()).ShouldBe((model.Id, "started"));
        Models(second).ShouldHaveSingleItem()["outcome"]!.GetValue<string>().ShouldBe("alreadyTrained");
    }

    [Theory]
    [InlineData("")]
    [InlineData("false")]
    [InlineData("0")]
    public async Task Without_the_input_nothing_is_trained_and_both_comments_say_why(string input)
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin(15, OnChange);
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 90)));
        await scene.PullRequestAsync(pull, inputs: With(input));
        var planned = scene.Comments(1).ShouldHaveSingleItem().Body;

        var run = await scene.PushAsync(scene.Squash(pull), main, inputs: With(input));

        run.ExitCode.ShouldBe(0, run.Log);
        scene.Emulator.CountRequests("train").ShouldBe(0);
        planned.ShouldNotContain("paid training");
        planned.ShouldContain("trainings were not allowed");
        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("trainings were not allowed");
    }

    [Fact]
    public async Task The_most_trainings_are_promised_and_started_and_no_more()
    {
        await using var scene = await ActionScene.SetAsync();
        for (var d = 0; d < 3; d++)
        {
            scene.Git.Write($"d{d}/ideogram.yml", $"name: D{d}\nimages: ['*.png']\nupdate: revision\ntraining: {{base: ideogram-v4, model-name: "
                + $"Model D{d}, start: on-change}}\n");
            for (var i = 0; i < 15; i++)
                scene.Git.Write($"d{d}/p{i}.png", TestImages.Png(seed: (d * 100) + i));
        }

        var main = scene.Git.Commit("Three datasets");
        var pull = scene.Open(1, git => git.Write("README.md", "words"));
        await scene.PullRequestAsync(pull, inputs: With("2"));
        var planned = scene.Comments(1).ShouldHaveSingleItem().Body;

        var run = await scene.PushAsync(scene.Squash(pull), main, inputs: With("2"));

        planned.ShouldContain("starts 2 paid trainings\n");
        scene.Emulator.Models().Count.ShouldBe(2);
        run.Log.ShouldContain("IDEO5205");
    }

    [Fact]
    public async Task Without_a_key_a_training_is_foreseen_only_where_the_set_or_its_settings_change()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(15, OnChange);
        var aside = await PlanAsync(scene, scene.Open(1, git => git.Write("README.md", "words")));
        var image = await PlanAsync(scene, scene.Open(2, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 90))));
        var settings = await PlanAsync(scene,
            scene.Open(3, git => git.Write("brand/ideogram.yml", $"name: Brand\nimages:\n  - "
            + $"'**/*.png'\n{OnChange.Replace("start", "steps: 500, start", StringComparison.Ordinal)}")));

        aside.Summary.ShouldNotContain("training");
        image.Summary.ShouldContain("starts 1 paid training\n");
        image.Summary.ShouldContain("unless Ideogram already has this model");
        settings.Summary.ShouldContain("starts 1 paid training\n");
        scene.Comments(3).ShouldHaveSingleItem();

        static Task<RunResult> PlanAsync(ActionScene scene, Pull pull) =>
            scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal) { ["api-key"] = "", ["allow-training"] = "true" });
    }

    [Fact]
    public async Task The_schedule_shows_the_models_status_beside_the_drift()
    {
        await using var scene = await ActionScene.SetAsync();
        var main = scene.Begin(15, OnChange);
        await scene.PushAsync(main, inputs: new Dictionary<string, string>(With("true"), StringComparer.Ordinal) { ["require-reviewed-plan"] = "off" });
        scene.Emulator.SetModelStatus(scene.Emulator.Models()[0].Id, "ERRORED");

        var run = await scene.ActAsync("schedule", new JsonObject { ["repository"] = ActionScene.RepositoryJson() }, main, "refs/heads/main", With("true"));

        run.ExitCode.ShouldBe(0, run.Log);
        run.Summary.ShouldContain("already trained");
        run.Summary.ShouldContain("ERRORED");
        Models(run).ShouldHaveSingleItem()["status"]!.GetValue<string>().ShouldBe("ERRORED");
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("-1")]
    [InlineData("101")]
    [InlineData("1.5")]
    public async Task A_number_of_trainings_that_is_none_is_exit_2(string input)
    {
        await using var scene = await ActionScene.SetAsync();

        var run = await scene.PushAsync(scene.Begin(), inputs: With(input));

        run.ExitCode.ShouldBe(2);
        run.Log.ShouldContain("allow-training");
        scene.Emulator.CountRequests().ShouldBe(0);
    }

    [Fact]
    public async Task A_matrix_of_jobs_hands_its_trainings_to_the_one_comment()
    {
        await using var scene = await ActionScene.SetAsync();
        scene.Begin(15, OnChange);
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 90)));
        var job = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["allow-training"] = "true",
            ["comment"] = "never"
        });
        scene.Reports["report.json"] = job.Report!;

        var run = await scene.PullRequestAsync(pull, inputs: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["mode"] = "report",
            ["reports"] = "reports"
        });

        scene.Comments(1).ShouldHaveSingleItem().Body.ShouldContain("starts 1 paid training\n");
        Models(run).ShouldHaveSingleItem()["name"]!.GetValue<string>().ShouldStartWith("Acme Brand ");
    }

    private static List<JsonNode> Models(RunResult run) => [.. JsonNode.Parse(run.Outputs["models"])!.AsArray().Select(m => m!)];

    private static Dictionary<string, string> With(string training) => new(StringComparer.Ordinal) { ["allow-training"] = training };
}

using System.Text.Json.Nodes;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.Tests.World;

namespace Ideogram.Build.Cli.Tests;

/// <summary>The pull request that started a training is told how it ended, by a scheduled run, once.</summary>
[Trait("Category", "Reviewed")]
public sealed class TrainingFollowUpTests
{
    private const string Author = "github-actions[bot]";
    private const string OnChange = "update: revision\ntraining: {base: ideogram-v4, model-name: Acme Brand, start: on-change}\n";

    private static Dictionary<string, string> Train { get; } = new(StringComparer.Ordinal) { ["allow-training"] = "true" };

    [Fact]
    public async Task A_training_that_is_done_is_told_once_with_the_models_address_above_the_report()
    {
        await using var scene = await TrainedAsync();
        var model = scene.Emulator.Models().ShouldHaveSingleItem();
        var before = Body(scene);
        before.Split('\n')[0].ShouldContain(" training head=");
        before.Split('\n')[0].ShouldEndWith($" models={model.Id} -->");
        scene.Emulator.SetModelStatus(model.Id, "COMPLETED");

        var run = await ScheduleAsync(scene);
        var told = Body(scene);
        await ScheduleAsync(scene);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Log.ShouldContain("The comment of #1 says how 1 training ended.");
        told.Split('\n')[0].ShouldContain(" done head=");
        told.Split('\n')[0].ShouldNotContain("models=");
        told.Split('\n')[1].ShouldBe($"<p>✅ <b>The training is done.</b> The model <code>{model.Name}</code> (id <code>{model.Id}</code>) is ready. "
            + $"Its address for generating images is <code>model/{model.Name.Replace(' ', '-').ToLowerInvariant()}/version/1</code>.</p>");
        told.ShouldEndWith(before[(before.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        Body(scene).ShouldBe(told);
    }

    [Theory]
    [InlineData("ERRORED", null, "</code>) is <code>ERRORED</code>.")]
    [InlineData("ARCHIVED", null, "</code>) is <code>ARCHIVED</code>.")]
    [InlineData(null, "FAILED", "The last training run of the model <code>")]
    public async Task A_training_that_came_to_nothing_says_what_to_do(string? status, string? run, string text)
    {
        await using var scene = await TrainedAsync();
        var model = scene.Emulator.Models()[0].Id;
        if (status is not null) scene.Emulator.SetModelStatus(model, status);
        if (run is not null) scene.Emulator.SetRunStatus(model, run);

        await ScheduleAsync(scene);
        var told = Body(scene);
        await ScheduleAsync(scene);

        told.Split('\n')[1].ShouldStartWith("<p>❌ <b>The model cannot be used.</b>");
        told.ShouldContain(text);
        told.ShouldContain("To train again, which costs money again, run <code>ideogram-build train --again</code>");
        Body(scene).ShouldBe(told);
    }

    [Fact]
    public async Task A_training_that_still_runs_changes_nothing()
    {
        await using var scene = await TrainedAsync();
        var before = Body(scene);

        await ScheduleAsync(scene);

        Body(scene).ShouldBe(before);
    }

    [Fact]
    public async Task A_repeated_upload_does_not_forget_the_training()
    {
        await using var scene = await TrainedAsync();
        await scene.PushAsync(scene.Git.Tip, inputs: Train);
        scene.Emulator.SetModelStatus(scene.Emulator.Models()[0].Id, "COMPLETED");

        await ScheduleAsync(scene);

        Body(scene).ShouldContain("The training is done.");
    }

    [Fact]
    public async Task A_model_that_ideogram_no_longer_shows_is_not_waited_for()
    {
        await using var scene = await TrainedAsync();
        var comment = scene.Comments(1)[0];
        Replace(scene, Author, comment.Body.Replace(scene.Emulator.Models()[0].Id, "gone", StringComparison.Ordinal));

        await ScheduleAsync(scene);

        Body(scene).ShouldContain("this key's account has no model with the id <code>gone</code>");
        Body(scene).Split('\n')[0].ShouldContain(" done head=");
    }

    [Fact]
    public async Task A_model_that_the_key_may_not_read_now_is_looked_at_again()
    {
        await using var scene = await TrainedAsync();
        var before = Body(scene);
        scene.Emulator.SetModelStatus(scene.Emulator.Models()[0].Id, "COMPLETED");
        scene.Emulator.SetFaults("status:code=403,route=model");

        var run = await ScheduleAsync(scene);
        var between = Body(scene);
        scene.Emulator.SetFaults("");
        await ScheduleAsync(scene);

        run.ExitCode.ShouldBe(0, run.Log);
        run.Log.ShouldContain("is not known yet: ");
        between.ShouldBe(before);
        Body(scene).ShouldContain("The training is done.");
    }

    [Fact]
    public async Task Of_two_models_the_one_that_still_runs_waits_for_the_next_run()
    {
        await using var scene = await TrainedAsync();
        var first = scene.Emulator.Models()[0].Id;
        Replace(scene, Author, Body(scene).Replace($"models={first}", $"models=gone,{first}", StringComparison.Ordinal));

        await ScheduleAsync(scene);
        var between = Body(scene);
        scene.Emulator.SetModelStatus(first, "COMPLETED");
        await ScheduleAsync(scene);

        between.Split('\n')[0].ShouldContain(" training head=");
        between.Split('\n')[0].ShouldEndWith($" models={first} -->");
        Body(scene).Split('\n')[1].ShouldContain("The training is done.");
        Body(scene).Split('\n')[3].ShouldContain("<code>gone</code>");
    }

    [Fact]
    public async Task A_comment_of_somebody_else_is_neither_believed_nor_touched()
    {
        await using var scene = await TrainedAsync();
        var model = scene.Emulator.Models()[0].Id;
        var forged = Body(scene).Replace(model, "other", StringComparison.Ordinal);
        Replace(scene, "mallory", forged);
        scene.Emulator.SetModelStatus(model, "COMPLETED");

        await ScheduleAsync(scene);

        Body(scene).ShouldBe(forged);
        scene.Emulator.Requests.ShouldNotContain(r => r.PathAndQuery.Contains("/models/other", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../datasets")]
    [InlineData("%2e%2e%2fdatasets")]
    [InlineData("a/b?c=d#e")]
    [InlineData("<img>")]
    [InlineData("")]
    public async Task An_id_that_is_none_is_never_asked_for(string id)
    {
        await using var scene = await TrainedAsync();
        var hostile = Body(scene).Replace(scene.Emulator.Models()[0].Id, id, StringComparison.Ordinal);
        Replace(scene, Author, hostile);
        scene.Emulator.ForgetRequests();

        var run = await ScheduleAsync(scene);

        run.ExitCode.ShouldBe(0, run.Log);
        Body(scene).ShouldBe(hostile);
    }

    [Fact]
    public async Task A_thousand_ids_are_asked_for_twenty_times()
    {
        await using var scene = await TrainedAsync();
        var many = string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"m{i}"));
        Replace(scene, Author, Body(scene).Replace(scene.Emulator.Models()[0].Id, many, StringComparison.Ordinal));
        scene.Emulator.ForgetRequests();

        await ScheduleAsync(scene);

        scene.Emulator.Requests.Count(r => r.PathAndQuery.Contains("/models/m", StringComparison.Ordinal)).ShouldBe(20);
    }

    [Fact]
    public async Task A_comment_that_grew_too_long_is_replaced_by_what_is_new()
    {
        await using var scene = await TrainedAsync();
        Replace(scene, Author, Body(scene) + new string('x', 64_000));
        scene.Emulator.SetModelStatus(scene.Emulator.Models()[0].Id, "COMPLETED");

        await ScheduleAsync(scene);

        Body(scene).Length.ShouldBeLessThan(1_000);
        Body(scene).ShouldContain("The training is done.");
    }

    [Theory]
    [InlineData("comment", "never")]
    [InlineData("github-token", "")]
    public async Task Without_a_comment_or_a_token_nothing_is_looked_for(string input, string value)
    {
        await using var scene = await TrainedAsync();
        var before = Body(scene);
        scene.Emulator.SetModelStatus(scene.Emulator.Models()[0].Id, "COMPLETED");
        scene.Emulator.ForgetRequests();

        var run = await ScheduleAsync(scene, new(StringComparer.Ordinal) { [input] = value });

        run.ExitCode.ShouldBe(0, run.Log);
        Body(scene).ShouldBe(before);
        scene.Emulator.Requests.ShouldNotContain(r => r.PathAndQuery.Contains("/comments", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_many_pull_requests_the_last_ten_are_looked_at()
    {
        await using var scene = await TrainedAsync();
        for (var number = 2; number <= 30; number++)
            scene.Merged(new Pull(number, scene.Git.Tip, scene.Git.Tip, scene.Git.Tip, null), scene.Git.Tip);
        scene.Emulator.ForgetRequests();

        await ScheduleAsync(scene);

        scene.Emulator.Requests.Count(r => r.PathAndQuery.Contains("/comments?", StringComparison.Ordinal)).ShouldBe(10);
    }

    // A merge that started a training.
    private static async Task<ActionScene> TrainedAsync()
    {
        var scene = await ActionScene.SetAsync();
        var main = scene.Begin(15, OnChange);
        var pull = scene.Open(1, git => git.Write("brand/photos/new.png", TestImages.Png(seed: 90)));
        await scene.PullRequestAsync(pull, inputs: Train);
        await scene.PushAsync(scene.Squash(pull), main, inputs: Train);
        return scene;
    }

    private static Task<RunResult> ScheduleAsync(ActionScene scene, Dictionary<string, string>? inputs = null) =>
        scene.ActAsync("schedule", new JsonObject { ["repository"] = ActionScene.RepositoryJson() }, scene.Git.Tip, "refs/heads/main", inputs);

    private static void Replace(ActionScene scene, string author, string body)
    {
        scene.Emulator.DeleteComment(ActionScene.Repository, scene.Comments(1)[0].Id);
        scene.Emulator.AddComment(ActionScene.Repository, 1, author, body);
    }

    private static string Body(ActionScene scene) => scene.Comments(1).ShouldHaveSingleItem().Body;
}

using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Training;
using Microsoft.AspNetCore.Http;

namespace Ideogram.Build.Sync.Tests.Training;

/// <summary>A run that is stopped while it trains keeps what it knows of the upload, and does not call a training that may have begun not begun.</summary>
public sealed class StoppedTrainingTests
{
    private static readonly TrainingOptions Allowed = new() { IsAllowed = true };
    private static readonly RequestDelegate NoModels = Answer.Json(new { models = Array.Empty<object>() });

    [Fact]
    public async Task Stopped_before_a_training_was_asked_for_nothing_was_started_and_the_upload_is_reported()
    {
        await using var scene = await SceneAsync();
        var uploaded = await scene.RunAsync();
        using var stop = new CancellationTokenSource();
        await using var server = await ScriptedServer.StartAsync(Answer.Stop(stop));
        scene.Client = scene.Client with { BaseAddress = server.Address };

        var report = await scene.Engine().TrainAsync(uploaded, Allowed, null, stop.Token);

        report.IsCancelled.ShouldBeTrue();
        report.Count(Outcome.Uploaded).ShouldBe(15);
        var training = report.Datasets[0].Training!;
        training.Outcome.ShouldBe(TrainingOutcome.Skipped);
        training.Reason!.ShouldContain("stopped");
    }

    [Fact]
    public async Task Stopped_while_a_training_is_asked_for_it_is_unknown()
    {
        await using var scene = await SceneAsync();
        await scene.RunAsync();
        var planned = await PlannedAsync(scene);
        using var stop = new CancellationTokenSource();
        await using var server = await ScriptedServer.StartAsync(
            Story.Once("GET /models", NoModels),
            Story.Once("POST /v1/ideogram-v4/train-model", Answer.Stop(stop)));
        scene.Client = scene.Client with { BaseAddress = server.Address };

        var report = await scene.Engine().TrainAsync(planned, Allowed with { IsAsked = true, IsFollowed = true }, null, stop.Token);

        report.IsCancelled.ShouldBeTrue();
        report.Datasets[0].Training!.Outcome.ShouldBe(TrainingOutcome.Unknown);
        report.Diagnostics.ShouldHoldOnly(TrainingRules.Unknown);
        server.ShouldBePlayed();
    }

    [Fact]
    public async Task A_lost_answer_that_cannot_be_looked_up_is_unknown_and_no_plain_failure()
    {
        await using var scene = await SceneAsync();
        await scene.RunAsync();
        var planned = await PlannedAsync(scene);
        await using var server = await ScriptedServer.StartAsync(
            Story.Once("GET /models", NoModels),
            Story.Once("POST /v1/ideogram-v4/train-model", Answer.Status(StatusCodes.Status500InternalServerError)),
            Story.Meanwhile("GET /models", Answer.Status(StatusCodes.Status401Unauthorized)));
        scene.Client = scene.Client with { BaseAddress = server.Address };

        var report = await scene.Engine().TrainAsync(planned, Allowed with { IsAsked = true }, null, TestContext.Current.CancellationToken);

        report.Datasets[0].Training!.Outcome.ShouldBe(TrainingOutcome.Unknown);
        server.ShouldBePlayed();
    }

    private static async Task<Report> PlannedAsync(SyncScene scene) =>
        Report.FromPlan(await scene.Engine().PlanAsync([scene.Validate()], TestContext.Current.CancellationToken), RunKind.Train, default, default);

    private static async Task<SyncScene> SceneAsync() =>
        (await SyncScene.StartAsync()).Manifest("update: revision", "training: {base: ideogram-v4, model-name: Acme Brand, start: on-change}").Images(15);
}

using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Sync.Tests.Training;

/// <summary>Model and training run are told of separately, and nothing says that they change together.</summary>
[Trait("Category", "Api2026")]
public sealed class TrainingRunTests
{
    private static readonly TrainingOptions Asked = new()
    {
        IsAsked = true,
        IsAllowed = true,
        IsFollowed = true,
        Pause = TimeSpan.FromMilliseconds(5),
        FollowFor = TimeSpan.FromSeconds(20),
    };

    [Fact]
    public async Task What_only_version_4_has_arrives_there_and_is_another_model_but_for_the_log()
    {
        await using var scene = await SceneAsync();
        var plain = await TrainAsync(scene, Asked with { IsFollowed = false });
        var logged = await TrainWithAsync(scene, "wandb-project: acme");
        var batched = await TrainWithAsync(scene, "batch-size: 8, base-variant: oldbase_farzad_fused, wandb-project: acme");
        var varied = await TrainWithAsync(scene, "batch-size: 8, base-variant: distilled_gd");

        logged.Training!.Outcome.ShouldBe(TrainingOutcome.AlreadyTrained);
        logged.Training.ModelId.ShouldBe(plain.Training!.ModelId);
        new[] { plain, batched, varied }.Select(r => r.Training!.ModelName).ShouldBeUnique();
        var trained = scene.Host.Models().Select(m => m.Hyperparameters).ToList();
        trained.Select(h => (h.BatchSize, h.BaseVariant, h.WandbProject))
            .ShouldBe([(null, null, null), (8, "oldbase_farzad_fused", "acme"), (8, "distilled_gd", null)]);
    }

    [Fact]
    public void A_model_that_was_trained_before_these_settings_were_known_is_found_again()
    {
        var dataset = new Datasets.Validation.Dataset { ManifestPath = "/m", Manifest = null, Assets = [], Diagnostics = [], Inputs = [], Root = "/" };

        var training = new Datasets.Manifests.TrainingSettings { Base = Datasets.Manifests.BaseModel.IdeogramV4, ModelName = "Acme Brand", Steps = 500 };

        ModelName.Create(dataset, training).ShouldBe("Acme Brand fc8ad184");
    }

    [Fact]
    public async Task A_run_that_failed_ends_the_wait_though_the_model_says_TRAINING()
    {
        await using var scene = await SceneAsync();
        var started = await TrainAsync(scene, Asked with { IsFollowed = false });
        scene.Host.AdvanceClock(TimeSpan.FromMinutes(10));
        var seen = new List<string>();

        var report = await TrainAsync(scene, Asked, new Watch(p =>
        {
            seen.Add(p.Message);
            scene.Host.SetRunStatus(started.Training!.ModelId!, "FAILED");
        }));

        (report.Training!.Status, report.Training.RunStatus).ShouldBe(("TRAINING", "FAILED"));
        var message = report.Diagnostics.ShouldHoldOnly(TrainingRules.Unusable).Message;
        message.ShouldContain($"The training run '{started.Training!.ModelId}-run-1' of the model '{started.Training.ModelName}' is FAILED at 2");
        message.ShouldContain("though the model still is TRAINING");
        seen.ShouldBe([$"model '{started.Training.ModelName}': TRAINING", $"model '{started.Training.ModelName}': TRAINING (training run FAILED)"]);
    }

    [Fact]
    public async Task Without_a_wait_a_run_that_failed_is_known_too_and_the_forecast_shows_it()
    {
        await using var scene = await SceneAsync();
        var started = await TrainAsync(scene, Asked with { IsFollowed = false });
        scene.Host.SetRunStatus(started.Training!.ModelId!, "FAILED");

        var asked = await TrainAsync(scene, Asked with { IsFollowed = false });
        var engine = scene.Engine();
        var plan = Report.FromPlan(await engine.PlanAsync([scene.Validate()], TestContext.Current.CancellationToken), RunKind.Plan, default, default);
        var foreseen = await engine.ForeseeTrainingsAsync(plan, new TrainingOptions { IsAllowed = true }, TestContext.Current.CancellationToken);

        asked.Diagnostics.ShouldHoldOnly(TrainingRules.Unusable);
        foreseen.Datasets[0].Training!.RunStatus.ShouldBe("FAILED");
        ReportText.Describe(ReportDocument.From(foreseen, f => f).Datasets[0].Training!).ShouldEndWith("CREATING, training run FAILED");
    }

    [Fact]
    public async Task A_run_that_is_over_does_not_end_the_wait_while_the_model_is_not()
    {
        await using var scene = await SceneAsync();
        var started = await TrainAsync(scene, Asked with { IsFollowed = false });
        scene.Host.SetRunStatus(started.Training!.ModelId!, "COMPLETED");

        var report = await TrainAsync(scene, Asked, new Watch(_ => scene.Host.AdvanceClock(TimeSpan.FromMinutes(15))));

        (report.Training!.Status, report.Training.RunStatus).ShouldBe(("COMPLETED", "COMPLETED"));
        report.IsSuccess.ShouldBeTrue(string.Join('\n', report.Diagnostics));
    }

    [Fact]
    public async Task Where_a_model_cannot_be_looked_at_the_list_says_what_is_known()
    {
        await using var scene = await SceneAsync();
        await TrainAsync(scene, Asked with { IsFollowed = false });
        scene.Host.SetFaults("status:code=404,route=model");

        var report = await TrainAsync(scene, Asked with { IsFollowed = false });

        (report.Training!.Outcome, report.Training.Status, report.Training.RunStatus).ShouldBe((TrainingOutcome.AlreadyTrained, "CREATING", null));
        report.IsSuccess.ShouldBeTrue(string.Join('\n', report.Diagnostics));
    }

    [Theory]
    [InlineData("COMPLETED", "FAILED", true, false)]
    [InlineData("TRAINING", "FAILED", true, true)]
    [InlineData("TRAINING", "COMPLETED", false, false)]
    [InlineData("ERRORED", "TRAINING", true, true)]
    [InlineData("SOMETHING_NEW", "SOMETHING_NEW", false, false)]
    public void Model_and_run_together_say_whether_a_training_is_over(string status, string run, bool isOver, bool isUnusable)
    {
        var model = new RemoteModel("m", "Acme", status) { Runs = [new TrainingRun("1", run)] };

        (model.IsOver, model.IsUnusable).ShouldBe((isOver, isUnusable));
    }

    [Fact]
    public void The_last_run_counts()
    {
        var early = new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
        var model = new RemoteModel("m", "Acme", "TRAINING")
        {
            Runs = [new TrainingRun("2", "QUEUED") { Created = early.AddDays(1) }, new TrainingRun("1", "FAILED") { Created = early }],
        };

        model.LastRun!.Id.ShouldBe("2");
        model.IsOver.ShouldBeFalse();
    }

    private static async Task<SyncScene> SceneAsync()
    {
        var scene = (await SyncScene.StartAsync()).Manifest("training: {base: ideogram-v4, model-name: Acme Brand}").Images(15);
        await scene.UploadAsync();
        return scene;
    }

    private static Task<DatasetReport> TrainWithAsync(SyncScene scene, string settings) =>
        TrainAsync(scene.Manifest($"training: {{base: ideogram-v4, model-name: Acme Brand, {settings}}}"), Asked with { IsFollowed = false });

    private static async Task<DatasetReport> TrainAsync(SyncScene scene, TrainingOptions options, IProgress<UploadProgress>? progress = null)
    {
        var engine = scene.Engine();
        var plan = await engine.PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);
        var report = await engine.TrainAsync(Report.FromPlan(plan, RunKind.Train, default, default), options, progress, TestContext.Current.CancellationToken);
        return report.Datasets[0];
    }

    private sealed class Watch(Action<UploadProgress> action) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => action(value);
    }
}

using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Training;
using Ideogram.Build.Sync.Uploading;
using static Ideogram.Build.Sync.Tests.Support.TrainingScene;

namespace Ideogram.Build.Sync.Tests.Training;

/// <summary>Trainings cost money: each of these is one that must start once, or not at all.</summary>
[Trait("Category", "Api2026")]
public sealed class TrainingTests
{
    [Fact]
    public async Task A_new_revision_is_trained_once_under_a_name_with_its_digest()
    {
        await using var scene = await SceneAsync();

        var first = await UploadAndTrainAsync(scene, Allowed);
        var second = await UploadAndTrainAsync(scene, Allowed);

        first.IsSuccess.ShouldBeTrue(string.Join('\n', first.Diagnostics));
        first.Training!.Outcome.ShouldBe(TrainingOutcome.Started);
        first.Training.ModelName.ShouldMatch("^Acme Brand [0-9a-f]{8}$");
        second.Training!.Outcome.ShouldBe(TrainingOutcome.AlreadyTrained);
        second.Training.ModelId.ShouldBe(first.Training.ModelId);
        var model = scene.Host.Models().ShouldHaveSingleItem();
        (model.Base, model.DatasetId, model.Name).ShouldBe(("ideogram-v4", first.DatasetId, first.Training.ModelName));
    }

    [Fact]
    public async Task Without_a_word_from_the_caller_nothing_is_trained_and_the_report_says_why()
    {
        await using var scene = await SceneAsync();

        var report = await UploadAndTrainAsync(scene, new TrainingOptions());

        report.Training!.Outcome.ShouldBe(TrainingOutcome.Skipped);
        report.Training.Reason!.ShouldContain("--allow-training");
        report.IsSuccess.ShouldBeTrue();
        scene.Host.CountRequests("train").ShouldBe(0);
    }

    [Theory]
    [InlineData("IDEO5001")]
    [InlineData("IDEO5002")]
    public async Task A_reason_that_looks_like_a_code_is_only_words(string reason)
    {
        await using var scene = await SceneAsync();
        scene.Host.SetFaults($"status:code=400,reject-reason={reason},route=train");

        var report = await UploadAndTrainAsync(scene, Allowed);

        report.Training!.Outcome.ShouldBe(TrainingOutcome.Failed);
        report.Diagnostics.ShouldHoldOnly(ApiRules.Rejected).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("base: ideogram-v4, model-name: Acme Brand, steps: 2000, lora-rank: 64, ema: 0.99, learning-rate: 0.0001", "ideogram-v4")]
    [InlineData("base: ideogram-v3, model-name: Acme Brand", "ideogram-v3")]
    [InlineData("base: ideogram-v3, model-name: Acme Brand, steps: 500", "ideogram-v3")]
    public async Task Base_and_hyperparameters_are_those_of_the_manifest(string training, string basis)
    {
        await using var scene = await SceneAsync(training + ", start: on-change");

        var report = await UploadAndTrainAsync(scene, Allowed);

        report.IsSuccess.ShouldBeTrue(string.Join('\n', report.Diagnostics));
        var model = scene.Host.Models().ShouldHaveSingleItem();
        model.Base.ShouldBe(basis);
        model.Hyperparameters.TrainingSteps.ShouldBe(training.Contains("2000", StringComparison.Ordinal) ? 2000
            : training.Contains("500", StringComparison.Ordinal) ? 500 : 1000);
        model.Hyperparameters.Ema.ShouldBe(training.Contains("ema", StringComparison.Ordinal) ? 0.99 : null);
    }

    [Fact]
    public async Task Other_hyperparameters_captions_or_images_are_another_model()
    {
        await using var scene = await SceneAsync();
        var plain = await UploadAndTrainAsync(scene, Allowed);
        scene.Manifest("update: revision", "training: {base: ideogram-v4, model-name: Acme Brand, start: on-change, steps: 500}");
        var steps = await UploadAndTrainAsync(scene, Allowed);
        scene.Write("image-01.txt", "A caption");
        var caption = await UploadAndTrainAsync(scene, Allowed);

        new[] { plain, steps, caption }.Select(r => r.Training!.Outcome).ShouldAllBe(o => o == TrainingOutcome.Started);
        new[] { plain, steps, caption }.Select(r => r.Training!.ModelName).ShouldBeUnique();
        steps.DatasetId.ShouldBe(plain.DatasetId, "the same set, other hyperparameters");
    }

    [Theory]
    [InlineData("ERRORED")]
    [InlineData("ARCHIVED")]
    public async Task What_came_to_nothing_counts_as_trained_until_a_person_says_again(string status)
    {
        await using var scene = await SceneAsync();
        var first = await UploadAndTrainAsync(scene, Allowed);
        scene.Host.SetModelStatus(first.Training!.ModelId!, status);

        (await UploadAndTrainAsync(scene, Allowed)).Training!.Outcome.ShouldBe(TrainingOutcome.AlreadyTrained);
        (await TrainAsync(scene, Asked)).Diagnostics.ShouldHoldOnly(TrainingRules.Unusable);
        var again = await TrainAsync(scene, Asked with { IsAgain = true });

        again.Training!.Outcome.ShouldBe(TrainingOutcome.Started);
        again.Training.ModelId.ShouldNotBe(first.Training.ModelId);
        scene.Host.Models().Count.ShouldBe(2);
    }

    [Fact]
    public async Task One_run_starts_one_training_unless_the_caller_says_more()
    {
        await using var scene = await SyncScene.StartAsync();
        foreach (var name in new[] { "a", "b" })
        {
            scene.Write($"{name}/ideogram.yml", $"name: {name}\nimages: [\"*.png\"]\nupdate: revision\ntraining: {{base: ideogram-v4, model-name: "
                + $"Model {name}, start: on-change}}\n");
            for (var i = 0; i < 15; i++) scene.Write($"{name}/{i}.png", TestImages.Png(seed: (name[0] * 100) + i));
        }

        var report = await scene.UploadAllAsync();
        var one = await scene.Engine().TrainAsync(report, Allowed, null, TestContext.Current.CancellationToken);
        var two = await scene.Engine().TrainAsync(report, Allowed with { MaxTrainings = 2 }, null, TestContext.Current.CancellationToken);

        one.Datasets.Select(d => d.Training!.Outcome).ShouldBe([TrainingOutcome.Started, TrainingOutcome.Skipped]);
        one.Diagnostics.ShouldHoldOnly(TrainingRules.LeftOut);
        two.Datasets.Select(d => d.Training!.Outcome).ShouldBe([TrainingOutcome.AlreadyTrained, TrainingOutcome.Started]);
    }

    [Fact]
    public async Task A_dataset_that_holds_more_than_the_reviewed_set_is_not_trained()
    {
        await using var scene = await SceneAsync();
        var first = await scene.UploadAsync();
        using var client = new IdeogramClient(scene.Client, TimeProvider.System);
        var bytes = TestImages.Png(seed: 999);
        await client.UploadAsync(first.DatasetId!, [new UploadFile("by-hand.png", "image/png", bytes.Length, () => new MemoryStream(bytes))], null,
            TestContext.Current.CancellationToken);
        scene.Manifest("update: revision", "foreign: keep", "training: {base: ideogram-v4, model-name: Acme Brand, start: on-change}");

        var report = await UploadAndTrainAsync(scene, Allowed);

        report.Diagnostics.ShouldHoldOnly(TrainingRules.NotTheReviewedSet);
        scene.Host.CountRequests("train").ShouldBe(0);
    }

    [Fact]
    public async Task A_person_can_train_before_everything_is_there_no_more_than_a_run_can()
    {
        await using var scene = await SceneAsync();

        var report = await TrainAsync(scene, Asked);

        report.Diagnostics.ShouldHoldOnly(TrainingRules.NotTheReviewedSet);
        scene.Host.Models().ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_manual_waits_for_a_person()
    {
        await using var scene = await SceneAsync("base: ideogram-v4, model-name: Acme Brand");

        var upload = await UploadAndTrainAsync(scene, Allowed);
        var train = await TrainAsync(scene, Asked);

        upload.Training.ShouldBeNull();
        train.Training!.Outcome.ShouldBe(TrainingOutcome.Started);
    }

    [Fact]
    public async Task A_manifest_without_training_cannot_be_asked_to_train()
    {
        await using var scene = await SyncScene.StartAsync();
        scene.Manifest().Images(1);

        (await TrainAsync(scene, Asked)).Diagnostics.ShouldHoldOnly(TrainingRules.NothingToTrain);
    }

    [Theory]
    [InlineData("A", 15)]
    [InlineData("Exactly thirty characters long", 30)]
    [InlineData("Ends in a blank here x", 29)]
    public void A_models_name_keeps_to_ideograms_thirty_characters(string name, int longest)
    {
        var dataset = new Datasets.Validation.Dataset { ManifestPath = "/m", Manifest = null, Assets = [], Diagnostics = [], Inputs = [], Root = "/" };

        var model = ModelName.Create(dataset, new Datasets.Manifests.TrainingSettings { Base = Datasets.Manifests.BaseModel.IdeogramV4, ModelName = name });

        model.Length.ShouldBeLessThanOrEqualTo(longest);
        model.ShouldNotContain("  ");
        model.ShouldMatch("^[A-Za-z0-9 -]{5,30}$");
    }
}

using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Training;
using static Ideogram.Build.Sync.Tests.Support.TrainingScene;

namespace Ideogram.Build.Sync.Tests.Training;

/// <summary>A training that is followed is reported to its end, and patience ends without ending it.</summary>
[Trait("Category", "Api2026")]
public sealed class TrainingFollowTests
{
    [Fact]
    public async Task A_training_is_followed_to_its_end_and_its_model_is_reported()
    {
        await using var scene = await SceneAsync();
        await scene.UploadAsync();
        var seen = new List<string>();

        var report = await TrainAsync(scene, Asked with { IsFollowed = true }, new Watch(p =>
        {
            seen.Add(p.Message);
            scene.Host.AdvanceClock(TimeSpan.FromMinutes(15));
        }));

        report.Training!.Status.ShouldBe("COMPLETED");
        report.Training.CustomModel!.ShouldStartWith("model/");
        seen.Count.ShouldBeGreaterThan(1);
        seen[^1].ShouldEndWith("COMPLETED");
        scene.Host.CountRequests("train").ShouldBe(1);
    }

    [Fact]
    public async Task A_training_that_fails_while_it_is_followed_is_an_error()
    {
        await using var scene = await SceneAsync();
        var first = await UploadAndTrainAsync(scene, Allowed);
        scene.Host.AdvanceClock(TimeSpan.FromMinutes(10));

        var report = await TrainAsync(scene, Asked with { IsFollowed = true }, new Watch(_ => scene.Host.SetModelStatus(first.Training!.ModelId!, "ERRORED")));

        report.Training!.Status.ShouldBe("ERRORED");
        report.Diagnostics.ShouldHoldOnly(TrainingRules.Unusable);
    }

    [Fact]
    public async Task Patience_ends_without_ending_the_training()
    {
        await using var scene = await SceneAsync();
        await UploadAndTrainAsync(scene, Allowed);

        var report = await TrainAsync(scene, Asked with { IsFollowed = true, FollowFor = TimeSpan.Zero });

        report.Diagnostics.ShouldHoldOnly(TrainingRules.NotOver);
    }
}

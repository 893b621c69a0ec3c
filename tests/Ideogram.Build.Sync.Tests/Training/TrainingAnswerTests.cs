using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Tests.Support;
using Ideogram.Build.Sync.Training;
using static Ideogram.Build.Sync.Tests.Support.TrainingScene;

namespace Ideogram.Build.Sync.Tests.Training;

/// <summary>An answer that is lost or refused starts no second training.</summary>
[Trait("Category", "Api2026")]
public sealed class TrainingAnswerTests
{
    [Theory]
    [InlineData("reset:at=commit,route=train")]
    [InlineData("reset:at=answer,route=train")]
    [InlineData("status:code=500,commit=yes,route=train")]
    [InlineData("status:code=200,body=html,commit=yes,route=train")]
    [InlineData("late:seconds=0.1,route=train")]
    public async Task A_lost_answer_is_looked_up_and_not_repeated(string fault)
    {
        await using var scene = await SceneAsync();
        scene.Host.SetFaults(fault);

        var report = await UploadAndTrainAsync(scene, Allowed);

        report.Training!.Outcome.ShouldBe(TrainingOutcome.Started, string.Join('\n', report.Diagnostics));
        report.Training.ModelId.ShouldBe(scene.Host.Models().ShouldHaveSingleItem().Id);
        // The stand-in counts a request when it is over: one whose connection it cuts may be counted later.
        scene.Host.CountRequests("train").ShouldBeLessThanOrEqualTo(1);
    }

    [Theory]
    [InlineData("reset:at=read,route=train")]
    [InlineData("status:code=503,route=train")]
    [InlineData("late:seconds=3600,route=train")]
    public async Task What_does_not_show_in_the_settle_window_is_unknown_and_a_failure(string fault)
    {
        await using var scene = await SceneAsync();
        scene.Host.SetFaults(fault);

        var report = await UploadAndTrainAsync(scene, Allowed);

        report.Training!.Outcome.ShouldBe(TrainingOutcome.Unknown);
        report.Diagnostics.ShouldHoldOnly(TrainingRules.Unknown);
        scene.Host.CountRequests("train").ShouldBe(1);
    }

    [Fact]
    public async Task A_payment_that_is_wanted_fails_and_says_so()
    {
        await using var scene = await SceneAsync();
        scene.Host.SetFaults("status:code=402,reject-reason=insufficient_funds,route=train");

        var report = await UploadAndTrainAsync(scene, Allowed);

        report.Training!.Outcome.ShouldBe(TrainingOutcome.Failed);
        report.Diagnostics.ShouldHoldOnly(ApiRules.PaymentRequired).Message.ShouldContain("insufficient_funds");
    }

    [Fact]
    public async Task Again_with_a_lost_answer_finds_the_new_model_and_not_the_old_one()
    {
        await using var scene = await SceneAsync();
        var first = await UploadAndTrainAsync(scene, Allowed);
        scene.Host.SetFaults("reset:at=commit,route=train");

        var again = await TrainAsync(scene, Asked with { IsAgain = true });

        again.Training!.Outcome.ShouldBe(TrainingOutcome.Started);
        again.Training.ModelId.ShouldNotBe(first.Training!.ModelId);
        scene.Host.Models().Count.ShouldBe(2);
    }
}

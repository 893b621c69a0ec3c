using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Tests.Support;

/// <summary>What the tests of trainings share.</summary>
internal static class TrainingScene
{
    public static readonly TrainingOptions Allowed = new() { IsAllowed = true };
    public static readonly TrainingOptions Asked = new()
    {
        IsAsked = true,
        IsAllowed = true,
        Pause = TimeSpan.FromMilliseconds(5),
        FollowFor = TimeSpan.FromSeconds(20)
    };

    public static async Task<SyncScene> SceneAsync(string training = "base: ideogram-v4, model-name: Acme Brand, start: on-change") =>
        (await SyncScene.StartAsync()).Manifest("update: revision", $"training: {{{training}}}").Images(15);

    public static async Task<DatasetReport> UploadAndTrainAsync(SyncScene scene, TrainingOptions options) =>
        (await scene.Engine().TrainAsync(await scene.RunAsync(), options, null, TestContext.Current.CancellationToken)).Datasets[0];

    public static async Task<DatasetReport> TrainAsync(SyncScene scene, TrainingOptions options, IProgress<UploadProgress>? progress = null)
    {
        var engine = scene.Engine();
        var plan = await engine.PlanAsync([scene.Validate()], TestContext.Current.CancellationToken);
        return (await engine.TrainAsync(Report.FromPlan(plan, RunKind.Train, default, default), options, progress, TestContext.Current.CancellationToken))
            .Datasets[0];
    }

    public sealed class Watch(Action<UploadProgress> action) : IProgress<UploadProgress>
    {
        public void Report(UploadProgress value) => action(value);
    }
}

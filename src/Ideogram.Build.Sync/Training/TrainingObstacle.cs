using Ideogram.Build.Datasets;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Training;

/// <summary>What stands against a training of a dataset, in words; null for nothing.</summary>
internal static class TrainingObstacle
{
    /// <summary>What keeps the dataset from being exactly what was reviewed.</summary>
    public static string? Of(DatasetPlan plan) => plan switch
    {
        { IsReplacement: true } => "the manifest edits or drops what the dataset holds: run upload first",
        { IsSound: false } or { Source: not PlanSource.Dataset } or { Target.Id: null } => "the manifest has errors, or its dataset does not exist",
        _ when plan.Images.Any(i => i.Change.IsDifference()) => "the dataset does not hold every image and caption of the manifest",
        _ => OfSet(plan),
    };

    /// <summary>What keeps the set itself from being trained, once it is there.</summary>
    public static string? OfSet(DatasetPlan plan) => plan switch
    {
        { Source: PlanSource.Dataset } when plan.Stale.Count + plan.Foreign.Count + plan.Doubled.Count > 0 =>
            "the dataset holds files that are not in the manifest, or a file twice, and they would be trained too",
        { Images.Count: < IdeogramLimits.MinTrainingImages or > IdeogramLimits.MaxImages } =>
            $"a training requires {IdeogramLimits.MinTrainingImages} to {IdeogramLimits.MaxImages} images, and there are {plan.Images.Count}",
        _ => null,
    };
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Training;

/// <summary>
/// The name of a model: the manifest's <c>model-name</c> cut to 21 characters, a blank, and 8 hex of a digest of images, captions, base and
/// hyperparameters. By it a model is found again, so that nothing is trained twice.
/// </summary>
public static class ModelName
{
    // A blank and the digest follow.
    private const int MaxLength = IdeogramLimits.MaxModelNameLength - 1 - DigestLength;

    private const int DigestLength = 8;

    /// <summary>The name of the model that a manifest's set would be trained to.</summary>
    /// <param name="dataset">The manifest and its images.</param>
    /// <param name="training">Its <c>training</c>.</param>
    public static string Create(Dataset dataset, TrainingSettings training)
    {
        var name = training.ModelName.Length > MaxLength ? training.ModelName[..MaxLength].TrimEnd() : training.ModelName;
        return $"{name} {Digest(dataset, training)[..DigestLength]}";
    }

    private static string Digest(Dataset dataset, TrainingSettings training) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{Revision.Digest(dataset.Assets)} {training.Base} {training.Steps} {training.LoraRank} {training.Ema:R} "
            + $"{training.LearningRate:R}{Later(training)}"))));

    // What came to be known later stands in a digest only where it is used: a model that was trained before must be found again. A log changes no model.
    private static string Later(TrainingSettings training) =>
        (training.BatchSize is { } batch ? string.Create(CultureInfo.InvariantCulture, $" batch {batch}") : "")
        + (training.BaseVariant is { } variant ? $" {variant}" : "");
}

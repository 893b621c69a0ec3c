using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Sync.Planning;

/// <summary>
/// What a merge would do, as one digest: targets, policies, images, captions and trainings. It does not depend on what Ideogram shows, so a review and the
/// upload after it can be compared, however much time is between them.
/// </summary>
public static class PlanDigest
{
    /// <summary>The digest of one manifest: 64 lower-case hex digits; null if something is wrong with it, because then nothing would be sent.</summary>
    /// <param name="dataset">The validated manifest.</param>
    public static string? Of(Dataset dataset) => dataset is { IsValid: true, Manifest: { } manifest }
        ? Hash([manifest.Name, manifest.Id, Policies(manifest), Training(manifest.Training), Revision.Digest(dataset.Assets)])
        : null;

    /// <summary>The digest of several manifests, the same for any order; null if one has none, or if there is no manifest.</summary>
    /// <param name="digests">The digest of each.</param>
    public static string? Of(IReadOnlyCollection<string?> digests) =>
        digests.Count == 0 || digests.Contains(null) ? null : Hash(digests.Order(StringComparer.Ordinal));

    /// <summary>A manifest's policies, as a digest takes them.</summary>
    /// <param name="manifest">The manifest.</param>
    public static string Policies(Manifest manifest) => $"{manifest.Update} {manifest.Foreign} {manifest.Captions}";

    /// <summary>The settings of a training, as a digest takes them; null for none.</summary>
    /// <param name="training">The settings.</param>
    public static string? Training(TrainingSettings? training) => training is null ? null : string.Create(CultureInfo.InvariantCulture,
        $"{training.Start} {training.Base} {training.BaseVariant} {training.Steps} {training.LoraRank} {training.Ema:R} {training.LearningRate:R} "
            + $"{training.BatchSize} {training.WandbProject?.Length} {training.WandbProject} {training.ModelName}");

    // Lengths make the parts unambiguous, and nothing is not an empty text.
    private static string Hash(IEnumerable<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            hash.AppendData(Encoding.UTF8.GetBytes(part is null ? "-\n" : string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}\n")));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

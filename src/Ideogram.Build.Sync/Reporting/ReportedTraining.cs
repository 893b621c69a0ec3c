using System.Text.Json.Serialization;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The result of a manifest's training.</summary>
/// <param name="ModelName">The model's name: it ends with the digest of what it is trained from.</param>
/// <param name="Outcome">The outcome of the training.</param>
/// <param name="ModelId">Ideogram's id of the model, once known.</param>
/// <param name="Status">Ideogram's status of the model.</param>
/// <param name="RunStatus">Ideogram's status of the model's last training run, where it shows one.</param>
/// <param name="CustomModel">The address of the model for generating images, after the training is completed.</param>
/// <param name="Reason">Why no training was started, or what is unknown about it.</param>
public sealed record ReportedTraining(string ModelName, TrainingOutcome Outcome, string? ModelId, string? Status, string? RunStatus,
    [property: JsonPropertyName("customModelUri")] string? CustomModel, string? Reason)
{
    internal static ReportedTraining From(TrainingResult training) =>
        new(training.ModelName, training.Outcome, training.ModelId, training.Status, training.RunStatus, training.CustomModel, training.Reason);
}

using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The result of a manifest's training.</summary>
/// <param name="ModelName">The model's name, which ends with the digest of what it is trained from.</param>
/// <param name="Outcome">Its outcome.</param>
public sealed record TrainingResult(string ModelName, TrainingOutcome Outcome)
{
    /// <summary>Ideogram's id of the model, once known.</summary>
    public string? ModelId { get; init; }

    /// <summary>The model's status as Ideogram last gave it. Untrusted text: escape it.</summary>
    public string? Status { get; init; }

    /// <summary>The status of the model's last training run, where Ideogram shows one. Untrusted text: escape it.</summary>
    public string? RunStatus { get; init; }

    /// <summary>The address of the model for generating images, after the training is completed. Untrusted text: escape it.</summary>
    public string? CustomModel { get; init; }

    /// <summary>Why no training was started, or what is unknown about it.</summary>
    public string? Reason { get; init; }

    /// <summary>A training that was not started.</summary>
    /// <param name="modelName">The model's name.</param>
    /// <param name="reason">Why.</param>
    public static TrainingResult Skipped(string modelName, string reason) => new(modelName, TrainingOutcome.Skipped) { Reason = reason };

    /// <summary>A training with its model.</summary>
    /// <param name="model">The model as Ideogram shows it.</param>
    /// <param name="outcome">The outcome of the training.</param>
    public static TrainingResult From(RemoteModel model, TrainingOutcome outcome) =>
        new(model.Name, outcome) { ModelId = model.Id, Status = model.Status, CustomModel = model.CustomModel, RunStatus = model.LastRun?.Status };
}

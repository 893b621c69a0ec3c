namespace Ideogram.Build.Sync.Reporting;

/// <summary>What became of a manifest's training.</summary>
/// <param name="ModelName">The model's name, which ends with the digest of what it is trained from.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record TrainingResult(string ModelName, TrainingOutcome Outcome)
{
    /// <summary>Ideogram's id of the model, once known.</summary>
    public string? ModelId { get; init; }

    /// <summary>The model's status as Ideogram last gave it. Hostile text: escape it.</summary>
    public string? Status { get; init; }

    /// <summary>The status of the model's last training run, where Ideogram shows one. Hostile text: escape it.</summary>
    public string? RunStatus { get; init; }

    /// <summary>What images are generated with, once the training is completed. Hostile text: escape it.</summary>
    public string? CustomModel { get; init; }

    /// <summary>Why none was started, or what is not known of it.</summary>
    public string? Reason { get; init; }
}

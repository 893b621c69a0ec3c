namespace Ideogram.Build.Sync.Api;

/// <summary>A training run of a model (<c>training_runs</c> of <c>GET /models/{id}</c>; a list of models does not hold them).</summary>
/// <param name="Id">Ideogram's id.</param>
/// <param name="Status">PREPARING_DATA, QUEUED, TRAINING, FINALIZING, COMPLETED or FAILED, or what Ideogram came to say since.</param>
public sealed record TrainingRun(string Id, string Status)
{
    /// <summary>When it was made, where Ideogram says it.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it changed last, where Ideogram says it.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>Training steps, where Ideogram says them.</summary>
    public int? Steps { get; init; }

    /// <summary>LoRA rank, where Ideogram says it.</summary>
    public int? LoraRank { get; init; }

    /// <summary>Decay of the weights' moving average, where Ideogram says it.</summary>
    public double? Ema { get; init; }

    /// <summary>Learning rate, where Ideogram says it.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Whether it came to nothing.</summary>
    public bool IsFailed => Status is "FAILED";
}

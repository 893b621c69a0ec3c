using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>The manifest's <c>training</c>.</summary>
public sealed record TrainingSettings
{
    /// <summary>The model to start from.</summary>
    public required BaseModel Base { get; init; }

    /// <summary>The trained model's name: 5 to 30 letters, digits, spaces and hyphens (Ideogram's rule).</summary>
    public required string ModelName { get; init; }

    /// <summary>When a training starts.</summary>
    public TrainingStart Start { get; init; }

    /// <summary>Training steps, 100 to 10,000 in steps of 100; null for Ideogram's default.</summary>
    public int? Steps { get; init; }

    /// <summary>LoRA rank, 64 or 128; null for Ideogram's default.</summary>
    public int? LoraRank { get; init; }

    /// <summary>Decay of the weights' moving average, between 0 and 1; null for Ideogram's default.</summary>
    public double? Ema { get; init; }

    /// <summary>Learning rate, above 0; null for Ideogram's default.</summary>
    public double? LearningRate { get; init; }

    /// <summary>Training batch size of Ideogram 4: 1, 2, 4, 8, 16 or 32; null for the trainer's default.</summary>
    public int? BatchSize { get; init; }

    /// <summary>The frozen base that Ideogram 4 is trained on; null for Ideogram's default.</summary>
    public BaseVariant? BaseVariant { get; init; }

    /// <summary>The Weights &amp; Biases project that Ideogram 4 logs the training to; null for none. It changes nothing of the model.</summary>
    public string? WandbProject { get; init; }

    /// <summary>The place of <c>training</c>.</summary>
    public Position Position { get; init; } = Position.Start;
}

/// <summary>The manifest's <c>training.base</c>.</summary>
public enum BaseModel
{
    /// <summary><c>ideogram-v3</c>.</summary>
    IdeogramV3,

    /// <summary><c>ideogram-v4</c>.</summary>
    IdeogramV4,
}

/// <summary>The manifest's <c>training.base-variant</c>.</summary>
public enum BaseVariant
{
    /// <summary><c>distilled_gd</c>: the guidance-distilled base, Ideogram's default.</summary>
    DistilledGd,

    /// <summary><c>oldbase_farzad_fused</c>: the fused base that is not distilled.</summary>
    OldbaseFarzadFused,
}

/// <summary>The manifest's <c>training.start</c>.</summary>
public enum TrainingStart
{
    /// <summary>Only when a person starts it (the default).</summary>
    Manual,

    /// <summary>When a revision holds a set that has no model yet, and the caller allows it.</summary>
    OnChange,
}

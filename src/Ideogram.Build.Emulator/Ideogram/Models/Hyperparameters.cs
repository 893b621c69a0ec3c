namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>What a training is started with. Source: Ideogram's reference of train-model-advanced.</summary>
/// <param name="TrainingSteps">100 to 10,000 in steps of 100; 1,000 by default.</param>
/// <param name="LoraRank">64 or 128; 128 by default.</param>
/// <param name="Ema">Between 0 and 1, both excluded; none by default.</param>
/// <param name="LearningRate">Above 0; none by default.</param>
/// <param name="BatchSize">Of Ideogram 4: 1, 2, 4, 8, 16 or 32; left to the trainer by default.</param>
/// <param name="BaseVariant">Of Ideogram 4: <c>distilled_gd</c> (the default) or <c>oldbase_farzad_fused</c>.</param>
/// <param name="WandbProject">Of Ideogram 4: the Weights &amp; Biases project that the training is logged to; none by default.</param>
public sealed record Hyperparameters(
    int TrainingSteps = 1000,
    int LoraRank = 128,
    double? Ema = null,
    double? LearningRate = null,
    int? BatchSize = null,
    string? BaseVariant = null,
    string? WandbProject = null);

namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>What a training is started with. Source: Ideogram's reference of train-model-advanced.</summary>
/// <param name="TrainingSteps">100 to 10,000 in steps of 100; 1,000 by default.</param>
/// <param name="LoraRank">64 or 128; 128 by default.</param>
/// <param name="Ema">Between 0 and 1, both excluded; none by default.</param>
/// <param name="LearningRate">Above 0; none by default.</param>
public sealed record Hyperparameters(int TrainingSteps = 1000, int LoraRank = 128, double? Ema = null, double? LearningRate = null);

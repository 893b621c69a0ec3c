namespace Ideogram.Build.Emulator.Ideogram;

internal sealed record TrainAnswer(string ModelId, string DatasetId, string TrainingStatus, string ModelName);

internal sealed record TrainingRunAnswer(
    string TrainingRunId,
    string Status,
    int TrainingSteps,
    int LoraRank,
    int NumChips,
    double? Ema,
    double? LearningRate,
    DateTimeOffset CreationTime,
    DateTimeOffset LastUpdateTime);

internal sealed record ModelAnswer(
    string ModelId,
    string? CustomModelUri,
    string Name,
    string Status,
    string DatasetId,
    DateTimeOffset CreationTime,
    DateTimeOffset LastUpdateTime,
    bool IsAvailableForGeneration,
    bool IsOwned,
    IReadOnlyList<TrainingRunAnswer> TrainingRuns);

internal sealed record ListModelsAnswer(IReadOnlyList<ModelAnswer> Models);

internal sealed record GetModelAnswer(ModelAnswer Model);

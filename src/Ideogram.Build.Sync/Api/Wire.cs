using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ideogram.Build.Sync.Api;

// Shapes as Ideogram's public documents give them (docs.ideogram.ai, datasets). Everything can be missing: an answer is hostile until it is checked.

internal sealed record DatasetWire(string? DatasetId, string? Name, DateTimeOffset? CreationTime);

internal sealed record DatasetsWire(IReadOnlyList<DatasetWire?>? Datasets);

internal sealed record CreateDatasetWire(string Name);

internal sealed record FileWire(string? FileName, long? FileSizeBytes, JsonElement? Caption);

internal sealed record DatasetDetailsWire(DatasetWire? Dataset, int? FileCount, IReadOnlyList<FileWire?>? Files, IReadOnlyList<string?>? CustomModelIds);

internal sealed record SucceededWire(string? FileName);

internal sealed record FailedWire(string? FileName, string? FailureReason);

internal sealed record UploadWire(
    int? TotalCount, int? SuccessCount, int? FailureCount, IReadOnlyList<SucceededWire?>? SuccessfulAssets, IReadOnlyList<FailedWire?>? FailedAssets);

internal sealed record TrainWire(string DatasetId, string ModelName)
{
    public int? TrainingSteps { get; init; }

    public int? LoraRank { get; init; }

    public double? Ema { get; init; }

    public double? LearningRate { get; init; }

    public int? BatchSize { get; init; }

    public string? BaseVariant { get; init; }

    public string? WandbProject { get; init; }
}

internal sealed record TrainedWire(string? ModelId, string? DatasetId, string? TrainingStatus, string? ModelName);

internal sealed record ModelWire(string? ModelId, string? Name, string? Status, string? CustomModelUri)
{
    public string? DatasetId { get; init; }

    public DateTimeOffset? CreationTime { get; init; }

    public IReadOnlyList<RunWire?>? TrainingRuns { get; init; }
}

internal sealed record RunWire(string? TrainingRunId, string? Status, DateTimeOffset? CreationTime, DateTimeOffset? LastUpdateTime)
{
    public int? TrainingSteps { get; init; }

    public int? LoraRank { get; init; }

    public double? Ema { get; init; }

    public double? LearningRate { get; init; }
}

internal sealed record DescribedWire(JsonElement? JsonPrompt);

internal sealed record ModelsWire(IReadOnlyList<ModelWire?>? Models);

internal sealed record ModelDetailsWire(ModelWire? Model);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, MaxDepth = 32,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DatasetWire))]
[JsonSerializable(typeof(DatasetsWire))]
[JsonSerializable(typeof(CreateDatasetWire))]
[JsonSerializable(typeof(DatasetDetailsWire))]
[JsonSerializable(typeof(UploadWire))]
[JsonSerializable(typeof(TrainWire))]
[JsonSerializable(typeof(TrainedWire))]
[JsonSerializable(typeof(ModelsWire))]
[JsonSerializable(typeof(DescribedWire))]
[JsonSerializable(typeof(ModelDetailsWire))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class WireContext : JsonSerializerContext;

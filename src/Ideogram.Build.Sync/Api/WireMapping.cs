using System.Text.Json;
using Ideogram.Build.Sync.Naming;

namespace Ideogram.Build.Sync.Api;

/// <summary>Makes records of what Ideogram answers. What a record cannot do without is checked; everything else may be missing.</summary>
internal static class WireMapping
{
    private const string NoStatus = "(no status)";

    public static DatasetSummary Summary(DatasetWire? wire) => wire is { DatasetId.Length: > 0, Name: not null }
        ? new DatasetSummary(wire.DatasetId, wire.Name, wire.CreationTime ?? DateTimeOffset.MaxValue)
        : throw AnswerReader.NotUnderstood("a dataset without 'dataset_id' or 'name'");

    public static RemoteDataset Dataset(DatasetDetailsWire wire)
    {
        var summary = Summary(wire.Dataset);
        if (wire.Files is not { } files) throw AnswerReader.NotUnderstood("the dataset has no 'files'");
        return new RemoteDataset(
            summary.Id, summary.Name, summary.Created,
            [.. files.Where(f => !ContentName.IsSidecar(f?.FileName)).Select(f => new RemoteFile(f?.FileName, f?.FileSizeBytes, CaptionOf(f)))],
            [.. (wire.CustomModelIds ?? []).OfType<string>()]);
    }

    public static RemoteModel Model(ModelWire? wire) => wire is { ModelId.Length: > 0, Name: not null }
        ? new RemoteModel(wire.ModelId, wire.Name, wire.Status ?? NoStatus)
        {
            CustomModel = wire.CustomModelUri,
            DatasetId = wire.DatasetId,
            Created = wire.CreationTime,
            Runs = [.. (wire.TrainingRuns ?? []).OfType<RunWire>().Select(Run)],
        }
        : throw AnswerReader.NotUnderstood("a model without 'model_id' or 'name'");

    private static TrainingRun Run(RunWire wire) => new(wire.TrainingRunId ?? "(no id)", wire.Status ?? NoStatus)
    {
        Created = wire.CreationTime,
        Updated = wire.LastUpdateTime,
        Steps = wire.TrainingSteps,
        LoraRank = wire.LoraRank,
        Ema = wire.Ema,
        LearningRate = wire.LearningRate,
    };

    // Structured captions may come as text or as JSON.
    private static string? CaptionOf(FileWire? file)
    {
        try
        {
            return file?.Caption switch
            {
                { ValueKind: JsonValueKind.String } text => text.GetString(),
                { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json => json.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: no manifest can have this caption, so any other text is as good.
            return file!.Caption!.Value.GetRawText();
        }
    }
}

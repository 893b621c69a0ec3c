using System.Text.Json.Serialization;

namespace Ideogram.Build.Emulator.Ideogram;

internal sealed record AssetIdentifier(string AssetId, string AssetType);

internal sealed record DatasetAnswer(string DatasetId, string Name, string UserId, DateTimeOffset CreationTime, AssetIdentifier? CoverAssetIdentifier)
{
    /// <summary>One key is one user.</summary>
    public const string User = "cmVoZWFyc2FsLXVzZXItMQ";

    public static DatasetAnswer FromDataset(StoredDataset dataset, DateTimeOffset now) => new(
        dataset.Id,
        dataset.Name,
        User,
        dataset.CreatedAt,
        dataset.Files.FirstOrDefault(file => file.VisibleFrom <= now) is { } cover ? new AssetIdentifier(cover.AssetId, "UPLOAD") : null);
}

internal sealed record ListDatasetsAnswer(IReadOnlyList<DatasetAnswer> Datasets);

internal sealed record FileAnswer(
    string? FileName,
    long FileSizeBytes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Caption)
{
    public static FileAnswer FromFile(StoredFile file, DateTimeOffset now) =>
        new(file.Name, file.Bytes, file.Captions.LastOrDefault(caption => caption.VisibleFrom <= now)?.Text);
}

internal sealed record GetDatasetAnswer(DatasetAnswer Dataset, int FileCount, IReadOnlyList<FileAnswer> Files, IReadOnlyList<string> CustomModelIds);

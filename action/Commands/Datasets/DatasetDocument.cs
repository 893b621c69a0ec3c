using System.Text.Json.Serialization;
using Ideogram.Build.Cli.Commands.Models;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands.Datasets;

/// <summary>A dataset as docs/lookup.schema.json describes it.</summary>
/// <param name="Id">Ideogram's id.</param>
/// <param name="Name">Its name; names are not unique.</param>
/// <param name="Created">When it was made, where Ideogram says it.</param>
internal sealed record DatasetDocument(string Id, string Name, DateTimeOffset? Created)
{
    public static DatasetDocument From(DatasetSummary dataset) => Create(dataset.Id, dataset.Name, dataset.Created);

    public static DatasetDocument From(RemoteDataset dataset) => Create(dataset.Id, dataset.Name, dataset.Created);

    // A dataset without a date counts as made last.
    private static DatasetDocument Create(string id, string name, DateTimeOffset created) => new(id, name, created == DateTimeOffset.MaxValue ? null : created);
}

/// <summary>An image of a dataset as docs/lookup.schema.json describes it.</summary>
/// <param name="Name">Its name, where Ideogram gives it.</param>
/// <param name="Bytes">Its size, where Ideogram gives it.</param>
/// <param name="Caption">Its caption: plain text, or a structured caption as JSON.</param>
/// <param name="ByThisTool">Whether this tool sent it: its name holds its hash.</param>
internal sealed record FileDocument(string? Name, long? Bytes, string? Caption, bool ByThisTool)
{
    public static FileDocument From(RemoteFile file) => new(file.Name, file.Bytes, file.Caption, file.Hash is not null);
}

/// <summary>What <c>datasets</c> prints.</summary>
internal sealed record DatasetsDocument(int Version, IReadOnlyList<DatasetDocument> Datasets);

/// <summary>What <c>datasets show</c> prints.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Files">Its images.</param>
/// <param name="Models">The models that are trained from it, as far as Ideogram shows them.</param>
internal sealed record DatasetDetailsDocument(int Version, DatasetDocument Dataset, IReadOnlyList<FileDocument> Files, IReadOnlyList<ModelDocument> Models)
{
    /// <summary>Ids of models that Ideogram names and does not show.</summary>
    public required IReadOnlyList<string> HiddenModels { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DatasetsDocument))]
[JsonSerializable(typeof(DatasetDetailsDocument))]
internal sealed partial class DatasetJson : JsonSerializerContext;

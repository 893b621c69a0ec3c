using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands.Models;

/// <summary>A model as docs/lookup.schema.json describes it.</summary>
/// <param name="Id">Ideogram's id.</param>
/// <param name="Name">Its name; names are not unique.</param>
/// <param name="Status">Its status as Ideogram gives it.</param>
/// <param name="CustomModelUri">What images are generated with; null before its training is completed.</param>
/// <param name="Created">When it was made, where Ideogram says it.</param>
/// <param name="DatasetId">The dataset that it is trained from, where Ideogram says it.</param>
/// <param name="Set">The digest of images, captions and settings in its name, if this tool gave it.</param>
internal sealed partial record ModelDocument(
    string Id, string Name, string Status, string? CustomModelUri, DateTimeOffset? Created, string? DatasetId, string? Set)
{
    public static ModelDocument From(RemoteModel model) =>
        new(model.Id, model.Name, model.Status, model.CustomModel, model.Created, model.DatasetId, SetIn(model.Name));

    private static string? SetIn(string name) => SetAtEnd().Match(name) is { Success: true } match ? match.Groups["set"].Value : null;

    [GeneratedRegex("^.+ (?<set>[0-9a-f]{8})\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SetAtEnd();
}

/// <summary>A training run as docs/lookup.schema.json describes it. Where Ideogram says nothing, there is null.</summary>
internal sealed record RunDocument(
    string Id, string Status, DateTimeOffset? Created, DateTimeOffset? Updated, int? Steps, int? LoraRank, double? Ema, double? LearningRate)
{
    public static RunDocument From(TrainingRun run) =>
        new(run.Id, run.Status, run.Created, run.Updated, run.Steps, run.LoraRank, run.Ema, run.LearningRate);
}

/// <summary>What <c>models</c> prints.</summary>
internal sealed record ModelsDocument(int Version, IReadOnlyList<ModelDocument> Models);

/// <summary>What <c>models show</c> prints.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Model">The model.</param>
/// <param name="DatasetName">The name of its dataset; null if the dataset is not shown.</param>
/// <param name="Runs">Its training runs; Ideogram shows them for own models only.</param>
internal sealed record ModelDetailsDocument(int Version, ModelDocument Model, string? DatasetName, IReadOnlyList<RunDocument> Runs);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ModelsDocument))]
[JsonSerializable(typeof(ModelDetailsDocument))]
internal sealed partial class ModelJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>A model as the output <c>models</c> has it.</summary>
internal sealed record OutputModel(string Dataset, string Name, string Outcome, string? Id, string? Status, string? RunStatus, string? CustomModelUri);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<OutputModel>))]
internal sealed partial class OutputJson : JsonSerializerContext;

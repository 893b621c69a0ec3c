using System.Text.Json.Serialization;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

// Strict both ways: what docs/report.schema.json does not name, names twice or spells differently is refused.
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    MaxDepth = 16,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters =
    [
        typeof(CamelCaseEnum<RunKind>), typeof(CamelCaseEnum<PlanSource>), typeof(CamelCaseEnum<Change>), typeof(CamelCaseEnum<Outcome>),
        typeof(CamelCaseEnum<UpdatePolicy>),
        typeof(CamelCaseEnum<TrainingOutcome>), typeof(CamelCaseEnum<ImageFormat>), typeof(CamelCaseEnum<Severity>),
    ])]
[JsonSerializable(typeof(ReportDocument))]
[JsonSerializable(typeof(IReadOnlyList<ReportedProblem>))]
internal sealed partial class ReportJson : JsonSerializerContext;

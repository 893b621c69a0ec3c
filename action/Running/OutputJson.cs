using System.Text.Json.Serialization;

namespace Ideogram.Build.Action.Running;

[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class OutputJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A value of an enumeration as docs/report.schema.json spells it. No other spelling and no number is read.</summary>
internal sealed class CamelCaseEnum<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Name, StringComparer.Ordinal);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value) ? value : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Name(value));

    private static string Name(T value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

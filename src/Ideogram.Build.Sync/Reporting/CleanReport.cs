using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A report without secrets in any text, before an output format cuts or escapes it.</summary>
public static class CleanReport
{
    /// <summary>The report without secrets.</summary>
    /// <param name="report">The report.</param>
    /// <param name="redactor">The secrets.</param>
    public static ReportDocument Of(ReportDocument report, Redactor redactor)
    {
        // Its JSON has every text, also of members that are added later.
        var options = new JsonSerializerOptions(ReportJson.Default.Options);
        options.Converters.Add(new CleanText(redactor));
        var type = (JsonTypeInfo<ReportDocument>)options.GetTypeInfo(typeof(ReportDocument));
        return JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(report, type), type) ?? report;
    }

    private sealed class CleanText(Redactor redactor) : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(redactor.Clean(value));
    }
}

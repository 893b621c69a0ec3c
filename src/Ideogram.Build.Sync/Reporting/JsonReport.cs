using System.Text.Json;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A report as JSON; docs/report.schema.json describes it.</summary>
public static class JsonReport
{
    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">The target; it stays open.</param>
    public static void Write(ReportDocument report, Stream stream) => JsonSerializer.Serialize(stream, report, ReportJson.Default.ReportDocument);

    /// <summary>Writes problems alone, as <c>validate --format json</c> prints them.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="stream">The target; it stays open.</param>
    public static void Write(IReadOnlyList<ReportedProblem> problems, Stream stream) =>
        JsonSerializer.Serialize(stream, problems, ReportJson.Default.IReadOnlyListReportedProblem);

    /// <summary>Reads what <see cref="Write(ReportDocument, Stream)"/> wrote. It can come from a stranger, so it must be as the schema says; all of it is
    /// text, and everything that can be counted is counted again.</summary>
    /// <param name="json">Its bytes; the caller bounds them.</param>
    /// <exception cref="FormatException">It is not such a report, or has another version. The message says why.</exception>
    public static ReportDocument Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var report = JsonSerializer.Deserialize(json, ReportJson.Default.ReportDocument) ?? throw new FormatException("It is not a report of this tool.");
            ReportCheck.Check(report);
            return report.Recounted();
        }
        catch (JsonException e)
        {
            throw new FormatException(VersionOf(json) is { } other and not ReportDocument.CurrentVersion
                ? FormattableString.Invariant($"It has version {other}, but this tool reads only version {ReportDocument.CurrentVersion}.")
                : $"It is not a report of this tool{(e.Path is { Length: > 1 } path ? $", at {path}" : "")}.", e);
        }
    }

    private static int? VersionOf(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.ValueTextEquals("version"u8) && reader.Read()
                && reader.TryGetInt32(out var version) ? version : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ideogram.Build.Sync.Captioning;

/// <summary>A structured caption as a file: one member a line, so that a pull request shows what a person changes.</summary>
internal static class CaptionJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's bytes.</summary>
    /// <param name="json">A JSON object.</param>
    public static byte[] Readable(string json)
    {
        using var document = JsonDocument.Parse(json);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
            document.RootElement.WriteTo(writer);
        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}

using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Commits;

/// <summary>The usual ways to write one caption into a file. Their hashes show, without a request, that a file was only written in another way.</summary>
internal static class CaptionSpellings
{
    private static readonly string[] Heads = ["", "\uFEFF", " ", "\n"];
    private static readonly string[] Tails = ["", "\n", " ", " \n", "\n\n"];
    private static readonly string[] LineEnds = ["\n", "\r\n"];
    private static readonly int[] Indents = [0, 2, 4];

    /// <summary>Whether a committed file is the caption, written in a usual way.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="file">The file.</param>
    /// <param name="isExact">Whether another format of the same JSON is another caption.</param>
    public static bool Has(Caption caption, GitFile file, bool isExact)
    {
        var texts = caption.Kind == CaptionKind.Structured && !isExact ? [caption.Text, .. Formats(caption.Text)] : new[] { caption.Text };
        return texts.Select(t => t.Replace("\r\n", "\n", StringComparison.Ordinal).Trim()).Distinct(StringComparer.Ordinal)
            .SelectMany(InFile)
            .Select(Encoding.UTF8.GetBytes)
            .Any(bytes => (bytes.Length == file.Bytes || file.Bytes <= LfsPointer.MaxBytes) && GitHash.IsOfText(bytes, file.Sha));
    }

    private static IEnumerable<string> InFile(string text) =>
        from head in Heads
        from tail in Tails
        from ends in LineEnds
        select (head + text + tail).Replace("\n", ends, StringComparison.Ordinal);

    private static IEnumerable<string> Formats(string json)
    {
        using var document = JsonDocument.Parse(json);
        foreach (var indent in Indents)
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions
            {
                Indented = indent > 0,
                IndentSize = indent,
                NewLine = "\n",
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }))
            {
                document.WriteTo(writer);
            }

            yield return Encoding.UTF8.GetString(buffer.ToArray());
        }
    }
}

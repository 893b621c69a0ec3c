using System.Text;
using System.Text.Json;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>Looks at the first line of a file that may be a table of captions which no manifest names.</summary>
public static class TableHead
{
    private const int MaxBytes = 8_000;

    // The first that a table has counts. What this project reads without being told comes first.
    private static readonly string[] Images = ["file_name", "filename", "file", "image_file", "image_path", "image", "path", "img"];
    private static readonly string[] Texts = ["text", "caption", "prompt", "description", "captions", "tags"];

    /// <summary>What a manifest must say to have a table read; null if the file does not look like one.</summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="path">Its path for the manifest.</param>
    public static CaptionTableEntry? Find(string file, string path)
    {
        if (FirstLine(file) is not { } line || Columns(file, line) is not { } columns)
            return null;
        var (image, text) = (Images.FirstOrDefault(columns.Contains), Texts.FirstOrDefault(columns.Contains));
        return image is null || text is null ? null : new CaptionTableEntry(path, default)
        {
            ImageColumn = image == Images[0] ? null : image,
            TextColumn = Array.IndexOf(Texts, text) <= Array.IndexOf(Texts, "prompt") ? null : text,
        };
    }

    private static IReadOnlyList<string>? Columns(string file, string line)
    {
        try
        {
            return file.EndsWith(CaptionTableEntryReader.Csv, StringComparison.OrdinalIgnoreCase)
                ? new CsvReader(line).ReadRows().FirstOrDefault()?.Select(v => v.Text).ToList()
                : Names(line);
        }
        catch (Exception e) when (e is TableException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static List<string>? Names(string line)
    {
        using var row = JsonDocument.Parse(line);
        return row.RootElement.ValueKind == JsonValueKind.Object ? [.. row.RootElement.EnumerateObject().Select(p => p.Name)] : null;
    }

    // Null for a longer line, and for what is no text.
    private static string? FirstLine(string file)
    {
        try
        {
            // A pipe says that it has no bytes, and could block for ever.
            if (new FileInfo(file).Length == 0)
                return null;
            using var stream = FileReader.Open(file, 1);
            var bytes = new byte[MaxBytes];
            int read, length = 0;
            while (length < bytes.Length && (read = stream.Read(bytes, length, bytes.Length - length)) > 0)
                length += read;
            var end = Array.FindIndex(bytes, 0, length, b => b is (byte)'\n' or (byte)'\r');
            if (end < 0 && length == bytes.Length)
                return null;
            return StrictUtf8.Decode([.. bytes.Take(end < 0 ? length : end)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return null;
        }
    }
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation.Beside;

/// <summary>What files are called that hold the captions of many images.</summary>
internal static class TableNames
{
    /// <summary>How many files of one folder are opened to see whether they are tables of captions.</summary>
    public const int MaxOpened = 20;

    private static readonly HashSet<string> Stems = new(StringComparer.OrdinalIgnoreCase)
    {
        "metadata", "caption", "captions", "prompt", "prompts", "meta_cap", "meta_lat",
    };

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".jsonl", ".csv", ".json", ".tsv", ".parquet", ".ndjson" };

    /// <summary>Whether datasets of the field call a table of captions like this.</summary>
    public static bool IsUsual(string name) => Extensions.Contains(Path.GetExtension(name)) && Stems.Contains(FileExtensions.Stem(name));

    /// <summary>Whether a file may be a table of captions: by its name, or by an extension for which the first line says it.</summary>
    public static bool MayBe(string name) => name[0] != '.' && (FileExtensions.IsTable(name) || IsUsual(name));

    /// <summary>What to do with a table.</summary>
    /// <param name="entry">What a manifest must say to have it read; null if its first line does not say.</param>
    /// <param name="file">Full path of the table.</param>
    /// <param name="path">Its path for the manifest.</param>
    public static string Advice(CaptionTableEntry? entry, string file, string path)
    {
        if (entry is not null)
            return $"Write into the manifest: captions-from: {Value(entry)}.";
        if (FileExtensions.IsTable(file))
            return $"Name it in the manifest, with its columns: captions-from: {{ file: {ListText.Value(path)}, image: …, text: … }}.";
        return "Save it as JSON Lines (.jsonl) or CSV (.csv), one row for each image with 'file_name' and 'text', and name it in the manifest with "
            + "'captions-from'.";
    }

    private static string Value(CaptionTableEntry entry)
    {
        if (entry is { ImageColumn: null, TextColumn: null })
            return ListText.Value(entry.Path);
        var image = entry.ImageColumn is { } column ? $", image: {ListText.Value(column)}" : "";
        var text = entry.TextColumn is { } caption ? $", text: {ListText.Value(caption)}" : "";
        return $"{{ file: {ListText.Value(entry.Path)}{image}{text} }}";
    }
}

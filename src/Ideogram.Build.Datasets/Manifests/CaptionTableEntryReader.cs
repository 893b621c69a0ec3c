using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests.Yaml;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>Reads <c>captions-from</c>: the path of a table, or an object that also names its columns.</summary>
internal static class CaptionTableEntryReader
{
    public const string JsonLines = ".jsonl";
    public const string Csv = ".csv";

    public const int MaxColumn = 200;

    private static readonly string[] Keys = ["file", "image", "text"];

    public static CaptionTableEntry? Read(YamlNode node, YamlValues values)
    {
        if (node is not YamlMapping)
            return Path(node, "'captions-from'", values) is { } only ? new CaptionTableEntry(only, node.Position) : null;
        if (values.Object(node, "'captions-from'", Keys) is not { } keys)
            return null;

        var (image, text) = (Column("image"), Column("text"));
        if (!keys.TryGetValue("file", out var file))
        {
            values.Report(ManifestRules.MissingKey, node.Position, "'captions-from' has no 'file'. It is the table's path.");
            return null;
        }

        return Path(file, "'file'", values) is { } path ? new CaptionTableEntry(path, file.Position) { ImageColumn = image, TextColumn = text } : null;

        string? Column(string key) => keys.TryGetValue(key, out var column) ? Name(column, $"'{key}'", values) : null;
    }

    private static string? Path(YamlNode node, string what, YamlValues values)
    {
        if (values.Text(node, what) is not { } path)
            return null;
        if (CodePoint.Count(path) <= ImageEntryReader.MaxPattern && (Has(path, JsonLines) || Has(path, Csv)))
            return path;

        values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"{what} must be the path of a table, which ends in {JsonLines} ")
            + FormattableString.Invariant($"or {Csv} and has at most {ImageEntryReader.MaxPattern} characters, but it is {MessageText.Quote(path)}."));
        return null;
    }

    private static bool Has(string path, string extension) => path.Length > extension.Length && path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static string? Name(YamlNode node, string what, YamlValues values)
    {
        if (values.Text(node, what) is not { } name)
            return null;
        if (CodePoint.Count(name) is var length && length is > 0 and <= MaxColumn)
            return name;

        values.Report(ManifestRules.OutOfRange, node.Position, FormattableString.Invariant($"{what} must be the name of a column, 1 to {MaxColumn} ")
            + FormattableString.Invariant($"characters, but it has {length}."));
        return null;
    }
}

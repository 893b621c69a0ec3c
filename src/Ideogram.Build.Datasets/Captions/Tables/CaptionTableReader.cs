using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>Reads a table of captions by the extension of its name.</summary>
internal static class CaptionTableReader
{
    /// <summary>This project's bound: 100,000 captions of 200 characters.</summary>
    public const int MaxBytes = 20_000_000;

    /// <summary>The rows, in the order of the table.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="entry">What the manifest says of its columns.</param>
    /// <exception cref="TableException">From this place on, the text is not such a table.</exception>
    public static IEnumerable<TableRow> Read(string name, string text, CaptionTableEntry entry)
    {
        var columns = new TableColumns(entry.ImageColumn, entry.TextColumn);
        return name.EndsWith(CaptionTableEntryReader.Csv, StringComparison.OrdinalIgnoreCase) ? CsvTable.Read(text, columns)
            : JsonLinesTable.Read(text, columns);
    }
}

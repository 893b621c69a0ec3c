using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>A table of captions in comma-separated values; the first row names the columns.</summary>
internal static class CsvTable
{
    /// <summary>The rows below the first.</summary>
    /// <exception cref="TableException">From this place on, the text is not such a table.</exception>
    public static IEnumerable<TableRow> Read(string text, TableColumns columns)
    {
        IReadOnlyList<string>? names = null;
        var (image, caption) = (0, 0);
        foreach (var row in new CsvReader(text).ReadRows())
        {
            if (names is null)
            {
                names = Names(row);
                (image, caption) = (columns.FindImage(names, Position.Start), columns.FindText(names, Position.Start));
                continue;
            }

            if (row.Count != names.Count)
                throw new TableException(row[0].Position, FormattableString.Invariant($"has {row.Count} ")
                    + FormattableString.Invariant($"{(row.Count == 1 ? "value" : "values")} in this row, and {names.Count} in its first. ")
                    + "Put a value with a comma or a line break into quotes.");
            yield return new TableRow(row[image], row[caption]);
        }

        if (names is null)
            throw new TableException(Position.Start, "is empty. The first row names the columns: file_name,text");
    }

    private static List<string> Names(IReadOnlyList<TableValue> row)
    {
        var names = row.Select(v => v.Text).ToList();
        if (names.Count == 1 && names[0].IndexOfAny([';', '\t']) >= 0)
            throw new TableException(Position.Start, $"has {(names[0].Contains(';', StringComparison.Ordinal) ? "semicolons" : "tabs")} between its columns. "
                + "Save it with commas.");
        var twice = row.GroupBy(v => v.Text, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        return twice is null
            ? names
            : throw new TableException(twice.ElementAt(1).Position, $"has the column {MessageText.Quote(twice.Key)} twice. Keep one of the two.");
    }
}

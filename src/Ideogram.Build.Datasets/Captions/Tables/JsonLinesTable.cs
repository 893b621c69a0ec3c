using System.Text;
using System.Text.Json;
using Ideogram.Build.Datasets.Captions.Structured;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>A table of captions in JSON Lines: one object in each line.</summary>
internal static class JsonLinesTable
{
    /// <summary>The rows.</summary>
    /// <exception cref="TableException">From this place on, the text is not such a table.</exception>
    public static IEnumerable<TableRow> Read(string text, TableColumns columns)
    {
        var isEmpty = true;
        var line = 0;
        for (var start = 0; start < text.Length;)
        {
            line++;
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found : text.Length;
            var row = text.Substring(start, end - start);
            start = end + 1;
            if (row.Trim([' ', '\t', '\r']).Length == 0)
                continue;
            isEmpty = false;
            yield return ReadRow(Encoding.UTF8.GetBytes(row), line, columns);
        }

        if (isEmpty)
            throw new TableException(Position.Start, "is empty. Each line is a row: {\"file_name\": \"sunset.jpg\", \"text\": \"A sunset\"}");
    }

    private static TableRow ReadRow(byte[] utf8, int line, TableColumns columns)
    {
        var json = new JsonPositions(utf8);
        JsonValue root;
        try
        {
            root = json.Parse();
        }
        catch (JsonException e)
        {
            throw new TableException(At(json.PositionOf(e)), "is not JSON at this place. Each line must be one whole object: look at quotes, commas and "
                + "brackets here and just before.");
        }

        if (root.Kind != JsonValueKind.Object)
            throw new TableException(At(json.PositionOf(root.Start)), $"has {root.Name} in this line. Each line holds one object.");
        if (json.BrokenTexts.Count > 0)
            throw new TableException(At(json.PositionOf(json.BrokenTexts[0])), "has one half of a character here (\\ud800 to \\udfff without its other half). "
                + "Write the character itself.");

        var names = root.Members.Select(m => m.Name).ToList();
        var (image, text) = (columns.FindImage(names, At(Position.Start)), columns.FindText(names, At(Position.Start)));
        foreach (var column in new[] { image, text })
        {
            if (names.LastIndexOf(names[column]) != column)
                throw new TableException(At(json.PositionOf(root.Members[names.LastIndexOf(names[column])].Start)),
                    $"has {MessageText.Quote(names[column])} twice in this line. Keep one of the two.");
        }

        var path = root.Members[image].Value;
        if (path.Kind != JsonValueKind.String)
            throw new TableException(At(json.PositionOf(path.Start)), $"has {path.Name} here, not the path of an image. Put it into quotes.");
        return new TableRow(Value(path), Value(root.Members[text].Value));

        Position At(Position inLine) => inLine with { Line = line };

        TableValue Value(JsonValue value)
        {
            var position = At(json.PositionOf(value.Start));
            return value.Kind switch
            {
                JsonValueKind.String => new TableValue(value.Text, position),
                JsonValueKind.Null => new TableValue("", position),
                JsonValueKind.Object => new TableValue(Encoding.UTF8.GetString(utf8, value.Start, value.End - value.Start), position) { IsObject = true },
                _ => throw new TableException(position, $"has {value.Name} here, not a caption. A caption is a text or an object."),
            };
        }
    }
}

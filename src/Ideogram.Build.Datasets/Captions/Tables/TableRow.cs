using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>A row of a table of captions: an image's path as the table has it, and its caption.</summary>
internal sealed record TableRow(TableValue Image, TableValue Caption);

/// <summary>A value of a table.</summary>
/// <param name="Text">The text; of an object in JSON Lines, its JSON.</param>
/// <param name="Position">Where it begins in the table.</param>
internal sealed record TableValue(string Text, Position Position)
{
    /// <summary>Whether the text can break lines as the file does.</summary>
    public bool HasLinesOfFile { get; init; }

    /// <summary>Whether the table has an object here, not a text.</summary>
    public bool IsObject { get; init; }
}

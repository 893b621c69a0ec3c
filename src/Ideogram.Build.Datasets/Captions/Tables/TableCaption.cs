using System.Text;
using Ideogram.Build.Datasets.Captions.Structured;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions.Tables;

/// <summary>Makes a caption of a table's value: an object, or a text that is meant as one, is a structured caption.</summary>
internal static class TableCaption
{
    /// <summary>The caption, or null with a diagnostic.</summary>
    /// <param name="value">The value.</param>
    /// <param name="what">Names the caption in messages.</param>
    /// <param name="file">Full path of the table.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static Caption? Check(TableValue value, string what, string file, List<Diagnostic> diagnostics)
    {
        if (Encoding.UTF8.GetByteCount(value.Text) > CaptionFile.MaxBytes)
        {
            diagnostics.Add(CaptionRules.TooLarge.At(file, value.Position,
                FormattableString.Invariant($"{what} has more than {CaptionFile.MaxBytes:N0} bytes. Shorten it.")));
            return null;
        }

        if (value.IsObject || MeantAsJson.Is(value.Text))
            return Structured(value, what, file, diagnostics);
        return TextCaption.Check(value.Text, what, file, value.Position, value.HasLinesOfFile, diagnostics) is { } text
            ? new Caption(text, CaptionKind.Text, file, value.Position)
            : null;
    }

    private static Caption? Structured(TableValue value, string what, string file, List<Diagnostic> diagnostics)
    {
        var found = new List<Diagnostic>();
        var text = new StructuredCaption(what, file, Encoding.UTF8.GetBytes(value.Text), found).Check();
        diagnostics.AddRange(found.Select(d => d with { Position = InTable(d.Position, value) }));
        return text is null ? null : new Caption(text, CaptionKind.Structured, file, value.Position);
    }

    // Inside a text, quotes and escapes take more room in the table than in the value: its beginning is exact, and so is the line.
    private static Position InTable(Position inValue, TableValue value) => value switch
    {
        { IsObject: true } => value.Position with { Column = value.Position.Column + inValue.Column - 1 },
        { HasLinesOfFile: true } when inValue.Line > 1 => new Position(value.Position.Line + inValue.Line - 1, 1),
        _ => value.Position,
    };
}

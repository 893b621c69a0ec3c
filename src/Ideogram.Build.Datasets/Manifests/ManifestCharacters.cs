using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>
/// Finds characters that some programs read as the end of a line and others ignore: a comment that goes on for git and GitHub could end for the reader
/// of YAML. In quotes they can be written as escapes.
/// </summary>
internal static class ManifestCharacters
{
    // More of them are one mistake many times.
    private const int MaxReported = 20;

    /// <summary>Reports each place with a character that is not allowed in a manifest.</summary>
    public static IReadOnlyList<Diagnostic> Check(string file, string text)
    {
        var found = new List<Diagnostic>();
        var position = Position.Start;
        for (var i = 0; i < text.Length && found.Count < MaxReported; i++)
        {
            if (Problem(text, i) is { } problem)
                found.Add(ManifestRules.Character.At(file, position, problem));
            position = text[i] == '\n' ? new Position(position.Line + 1, 1) : position with { Column = position.Column + 1 };
        }

        return found;
    }

    private static string? Problem(string text, int at)
    {
        var c = text[at];
        if (c is (>= ' ' and < '\u007f') or '\t' or '\n')
            return null;
        if (c == '\r')
            return at + 1 < text.Length && text[at + 1] == '\n' ? null : "Here is a carriage return without a line feed: "
                + "some programs begin a new line there, others do not. Save the manifest with LF or CR LF.";
        if (char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufeff')
            return $"The character {Name(c)} is not allowed: programs read it in different ways, so a reviewer can see a different "
                + $"manifest. Remove it; in a text in double quotes it can be written as \"{Escape(c)}\".";
        return IsNoncharacter(text, at) ? $"The code point {Name(char.ConvertToUtf32(text, at))} is not a character. Remove it." : null;
    }

    private static bool IsNoncharacter(string text, int at)
    {
        if (char.IsLowSurrogate(text[at]))
            return false;
        var point = char.ConvertToUtf32(text, at);
        return point is >= 0xFDD0 and <= 0xFDEF || (point & 0xFFFE) == 0xFFFE;
    }

    private static string Name(int point) => "U+" + point.ToString("X4", CultureInfo.InvariantCulture);

    private static string Escape(char c) => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture);
}

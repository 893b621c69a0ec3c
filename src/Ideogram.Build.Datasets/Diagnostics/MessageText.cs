using System.Globalization;
using System.Text;

namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>Puts names and texts from hostile files and answers into messages, so that none of them can break a line, move the cursor or forge a log command.</summary>
public static class MessageText
{
    /// <summary>The longest text that is quoted whole, in characters; the end of a longer one is left out.</summary>
    public const int LongestQuote = 200;

    /// <summary>The text between single quotes, escaped as <see cref="Escape"/> does and cut at <see cref="LongestQuote"/> characters.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(string text) => $"'{Escape(Cut(text, LongestQuote))}'";

    /// <summary>The text with control characters, line separators, marks of direction and broken surrogates written as <c>\u001b</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i) && CharUnicodeInfo.GetUnicodeCategory(text, i) != UnicodeCategory.Format)
            {
                escaped?.Append(text, i, 2);
                i++;
            }
            else if (IsVisible(text[i]))
            {
                escaped?.Append(text[i]);
            }
            else
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                escaped.Append("\\u").Append(((int)text[i]).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>A text of several lines as one: blanks and line breaks folded to one blank, the rest escaped as <see cref="Escape"/> does, and cut.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most characters of it that are kept; what is left out is marked with an ellipsis.</param>
    public static string OneLine(string text, int longest = int.MaxValue)
    {
        var line = new StringBuilder(Math.Min(text.Length, 1024));
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\r' or '\n'))
                line.Append(c);
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
                line.Append(' ');
            if (line.Length > longest)
                break;
        }

        return Escape(Cut(line.ToString().TrimEnd(' '), longest));
    }

    // Never inside a surrogate pair: half of one would be shown as an escape.
    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var length = longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return new StringBuilder(text, 0, length, length + 1).Append('…').ToString();
    }

    // A zero-width joiner makes families and flags of emoji, and hides nothing.
    private static bool IsVisible(char c) => c == '\u200d' || char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}

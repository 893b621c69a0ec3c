using System.Globalization;
using System.Text;

namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>Puts names and texts from untrusted files and answers into messages, so that none of them can break a line, move the cursor or forge a log
/// command.</summary>
public static class MessageText
{
    /// <summary>The longest text that is quoted whole, in characters; the end of a longer one is left out.</summary>
    public const int MaxQuoteLength = 200;

    /// <summary>The text between single quotes, escaped as <see cref="Escape"/> does and cut at <see cref="MaxQuoteLength"/> characters.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(string text) => $"'{Escape(Cut(text, MaxQuoteLength))}'";

    /// <summary>The text with everything invisible (<see cref="Invisible"/>) written as <c>\u001b</c>.</summary>
    /// <param name="text">Any text.</param>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        for (var i = 0; i < text.Length; i++)
        {
            var length = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (!Invisible.IsAt(text, i))
            {
                escaped?.Append(text, i, length);
            }
            else
            {
                escaped ??= new StringBuilder(text, 0, i, text.Length + 16);
                foreach (var unit in text.AsSpan(i, length))
                    escaped.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            }

            i += length - 1;
        }

        return escaped?.ToString() ?? text;
    }

    /// <summary>A text of several lines as one: blanks and line breaks folded to one blank, the rest escaped as <see cref="Escape"/> does, and cut.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most characters of it that are kept; what is left out is marked with an ellipsis.</param>
    public static string OneLine(string text, int longest = int.MaxValue) => Escape(Cut(Folded(text, longest), longest));

    /// <summary>As <see cref="OneLine"/>, and how many characters were left out.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most characters of it that are kept.</param>
    public static (string Text, int More) Excerpt(string text, int longest)
    {
        var line = Folded(text, int.MaxValue);
        var cut = Cut(line, longest);
        return (Escape(cut), line.Length <= longest ? 0 : line.Length - cut.Length + 1);
    }

    private static string Folded(string text, int longest)
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

        return line.ToString().TrimEnd(' ');
    }

    // Never inside a surrogate pair: half of one would be shown as an escape.
    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var length = longest > 0 && char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return new StringBuilder(text, 0, length, length + 1).Append('…').ToString();
    }
}

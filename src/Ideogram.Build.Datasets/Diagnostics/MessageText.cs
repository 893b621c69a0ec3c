using System.Globalization;
using System.Text;

namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>Puts names and texts from hostile files into messages, so that none of them can break a line, move the cursor or forge a log command.</summary>
public static class MessageText
{
    /// <summary>The longest text that is quoted whole, in characters; the end of a longer one is left out.</summary>
    public const int LongestQuote = 200;

    /// <summary>The text between single quotes, escaped as <see cref="Escape"/> does and cut at <see cref="LongestQuote"/> characters.</summary>
    /// <param name="text">Any text.</param>
    public static string Quote(string text) => text.Length <= LongestQuote ? $"'{Escape(text)}'" : $"'{Escape(text.Substring(0, LongestQuote))}…'";

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

    private static bool IsVisible(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}

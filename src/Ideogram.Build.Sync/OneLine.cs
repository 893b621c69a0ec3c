using System.Globalization;
using System.Text;

namespace Ideogram.Build.Sync;

/// <summary>Makes hostile text fit for one line of a log or message: no line breaks, no control or invisible characters.</summary>
public static class OneLine
{
    /// <summary>The text with controls, format characters and lone surrogates shown as <c>\uXXXX</c>, and blanks folded.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters to keep; what is cut is marked with an ellipsis.</param>
    public static string Of(string text, int longest = int.MaxValue)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        var wasBlank = true;
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= longest)
            {
                line.Append('…');
                break;
            }

            var isBlank = rune.Value is ' ' or '\t' or '\r' or '\n';
            if (isBlank && !wasBlank) line.Append(' ');
            else if (!isBlank && IsHidden(rune)) line.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
            else if (!isBlank) line.Append(rune.ToString());
            wasBlank = isBlank;
        }

        return line.ToString().TrimEnd();
    }

    // Zero-width joiners make families and flags of emoji; everything else that is invisible could forge or reorder what is read.
    private static bool IsHidden(Rune rune) => rune.Value != 0x200D && rune.Value != 0xFE0F && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;
}

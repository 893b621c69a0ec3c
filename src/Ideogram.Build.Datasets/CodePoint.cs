namespace Ideogram.Build.Datasets;

/// <summary>Takes texts apart into characters as JSON Schema, YAML and people count them: a pair of surrogates is one, and half a pair counts as
/// itself.</summary>
public static class CodePoint
{
    /// <summary>The character at a place, and the place after it.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="at">A place in it.</param>
    public static int Take(string text, ref int at)
    {
        if (!char.IsHighSurrogate(text[at]))
            return text[at++];
        var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
        var point = isPair ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
        at += isPair ? 2 : 1;
        return point;
    }

    /// <summary>How many characters a text has.</summary>
    /// <param name="text">Any text.</param>
    public static int Count(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; count++)
            _ = Take(text, ref at);
        return count;
    }

    /// <summary>The text's first characters.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="longest">The most characters that are kept.</param>
    public static string Cut(string text, int longest)
    {
        var at = 0;
        for (var count = 0; count < longest && at < text.Length; count++)
            _ = Take(text, ref at);
        return text.Substring(0, at);
    }

    /// <summary>A character as a text.</summary>
    /// <param name="point">Its code point.</param>
    public static string ToText(int point) => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);
}

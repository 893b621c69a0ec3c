namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>Takes texts apart into characters: a pair of surrogates is one, and half a pair counts as itself.</summary>
internal static class CodePoint
{
    /// <summary>The character at a place, and the place after it.</summary>
    public static int Take(string text, ref int at)
    {
        if (!char.IsHighSurrogate(text[at]))
            return text[at++];
        var isPair = at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
        var point = isPair ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at];
        at += isPair ? 2 : 1;
        return point;
    }

    /// <summary>How many characters a text has, as JSON Schema and people count them.</summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; count++)
            _ = Take(text, ref at);
        return count;
    }

    public static string ToText(int point) => point is >= 0xD800 and <= 0xDFFF ? ((char)point).ToString() : char.ConvertFromUtf32(point);
}

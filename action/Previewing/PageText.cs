using System.Net;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Action.Previewing;

/// <summary>Hostile text as text of an HTML page: no markup, no control or direction characters, bounded in length.</summary>
internal static class PageText
{
    /// <summary>On one line.</summary>
    public static string Line(string text, int longest = 300) => WebUtility.HtmlEncode(MessageText.OneLine(text, longest));

    /// <summary>With its line breaks.</summary>
    public static string Lines(string text, int longest = 1_000)
    {
        var cut = text.Length <= longest ? text : text[..longest] + "…";
        return WebUtility.HtmlEncode(string.Join('\n', cut.ReplaceLineEndings("\n").Split('\n').Select(l => MessageText.OneLine(l))));
    }
}

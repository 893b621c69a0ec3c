using System.Net;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>Hostile text as text of an HTML page: no markup, no control or direction characters, bounded in length.</summary>
internal static class PageText
{
    /// <summary>On one line.</summary>
    public static string Line(string text, int longest = 300) => WebUtility.HtmlEncode(MessageText.OneLine(text, longest));

    /// <summary>With its line breaks.</summary>
    public static string Lines(string text, int longest = 1_000)
    {
        var length = text.Length <= longest ? text.Length : longest - (char.IsHighSurrogate(text[longest - 1]) ? 1 : 0);
        var beginning = WebUtility.HtmlEncode(string.Join('\n', text[..length].ReplaceLineEndings("\n").Split('\n').Select(l => MessageText.OneLine(l))));
        return length == text.Length ? beginning : $"{beginning}… {ReportText.More(text.Length - length)}<details><summary>the whole "
            + $"caption</summary>{Lines(text, int.MaxValue)}</details>";
    }
}

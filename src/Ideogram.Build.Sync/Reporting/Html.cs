using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>
/// Untrusted text for a comment on GitHub. Everything goes into HTML blocks, where Markdown is not read; names and captions go into
/// <c>code</c>, where GitHub makes no mentions, references, links or emoji.
/// </summary>
internal static partial class Html
{
    /// <summary>A name or caption, shown letter by letter.</summary>
    public static string Code(string text, int longest = 300)
    {
        var (shown, more) = MessageText.Excerpt(text, longest);
        return $"<code>{WebUtility.HtmlEncode(shown)}</code>{(more > 0 ? " " + ReportText.More(more) : "")}";
    }

    /// <summary>A caption: its beginning, how much follows, and all of it to unfold.</summary>
    /// <param name="text">The caption.</param>
    /// <param name="longest">The most characters that are shown folded.</param>
    /// <param name="isWhole">Whether there is room for all of it.</param>
    public static string Caption(string text, int longest, bool isWhole)
    {
        var beginning = Code(text, longest);
        return isWhole && MessageText.Excerpt(text, longest).More > 0 ? $"{beginning}<details><summary>the whole "
            + $"caption</summary>{Code(text, int.MaxValue)}</details>" : beginning;
    }

    /// <summary>A sentence of this tool that may quote untrusted text: text in quotation marks becomes code.</summary>
    public static string Sentence(string text, int longest = 1_000)
    {
        var html = new StringBuilder();
        var line = MessageText.OneLine(text, longest);
        var end = 0;
        foreach (Match quotation in Quotation().Matches(line))
        {
            html.Append(Inert(line[end..quotation.Index])).Append(Code(quotation.Groups["text"].Value));
            end = quotation.Index + quotation.Length;
        }

        return html.Append(Inert(line[end..])).ToString();
    }

    /// <summary>The value of an attribute.</summary>
    public static string Attribute(Uri address) => WebUtility.HtmlEncode(address.AbsoluteUri);

    // In any text but code GitHub makes a mention of @name, a reference of #1, GH-1 and a commit's hash, and an emoji of :name:.
    private static string Inert(string text)
    {
        var html = new StringBuilder();
        var end = 0;
        foreach (Match special in Special().Matches(text))
        {
            html.Append(WebUtility.HtmlEncode(text[end..special.Index])).Append("<code>").Append(special.Value).Append("</code>");
            end = special.Index + special.Length;
        }

        return html.Append(WebUtility.HtmlEncode(text[end..])).ToString();
    }

    // An apostrophe inside a word is not a quotation mark.
    [GeneratedRegex("""(?<![\p{L}\p{N}])(?<mark>['"])(?<text>[^'"]+)\k<mark>(?![\p{L}\p{N}])""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"[@#]|:(?=\S)|(?i:\bGH-)(?=[0-9])|(?i:\bwww\.)|\b(?i:[0-9a-f]{7,64})\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Special();
}

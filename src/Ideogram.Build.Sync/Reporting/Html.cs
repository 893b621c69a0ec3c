using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>
/// Hostile text for a comment on GitHub. Everything goes into HTML blocks, where Markdown is not read; names and captions go into
/// <c>code</c>, where GitHub makes no mentions, references, links or emoji.
/// </summary>
internal static partial class Html
{
    /// <summary>A name or caption, shown letter by letter.</summary>
    public static string Code(string text, int longest = 300) => $"<code>{WebUtility.HtmlEncode(OneLine.Of(text, longest))}</code>";

    /// <summary>A sentence of this tool's that may quote hostile text: what stands in quotation marks becomes code.</summary>
    public static string Sentence(string text, int longest = 1_000)
    {
        var html = new StringBuilder();
        var line = OneLine.Of(text, longest);
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

    // GitHub makes a mention of @name, a reference of #1 and an emoji of :name: in any text but code.
    private static string Inert(string text)
    {
        var html = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var isSpecial = text[i] is '@' or '#' || (text[i] == ':' && i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]));
            html.Append(isSpecial ? $"<code>{text[i]}</code>" : WebUtility.HtmlEncode(text[i].ToString()));
        }

        return html.ToString();
    }

    // An apostrophe inside a word is none.
    [GeneratedRegex("""(?<![\p{L}\p{N}])(?<mark>['"])(?<text>[^'"]+)\k<mark>(?![\p{L}\p{N}])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quotation();
}

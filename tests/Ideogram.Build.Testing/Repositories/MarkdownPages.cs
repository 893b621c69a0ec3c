using System.Text.RegularExpressions;

namespace Ideogram.Build.Testing;

/// <summary>The project's Markdown pages.</summary>
public static partial class MarkdownPages
{
    /// <summary>Their paths from the checkout's top.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["README.md", "CHANGELOG.md", "SECURITY.md", .. Checkout.Files("docs", "*.md").Select(f => Path.GetRelativePath(Checkout.Top, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    /// <summary>A page's fenced blocks: language and text.</summary>
    public static IEnumerable<(string Language, string Text)> Blocks(string page) =>
        Fence().Matches(Checkout.Read(page)).Select(m => (m.Groups["language"].Value, m.Groups["text"].Value));

    [GeneratedRegex("^```(?<language>[a-z]*)\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Fence();
}

using System.Text.RegularExpressions;

namespace Ideogram.Build.Sync.Api;

/// <summary>Who an address is opened as: <c>https://user:password@host</c>. A reader of the address must not see it.</summary>
public static partial class UserInfo
{
    /// <summary>The text without the user info of its addresses, escaped or not.</summary>
    /// <param name="text">Any text.</param>
    public static string Hide(string text) => text.Contains(':', StringComparison.Ordinal) || text.Contains("3a", StringComparison.OrdinalIgnoreCase)
        ? InAddress().Replace(text, "${address}***@")
        : text;

    /// <summary>The address without its user info, whatever characters that has.</summary>
    /// <param name="address">An address, or a text that was given as one.</param>
    public static string HideIn(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = address.LastIndexOf('@');
        return end < start ? address : $"{address[..start]}***{address[end..]}";
    }

    /// <summary>An address without user info.</summary>
    /// <param name="address">Any address.</param>
    public static Uri Without(Uri address) => address.UserInfo.Length == 0 ? address : new UriBuilder(address) { UserName = "", Password = "" }.Uri;

    /// <summary>User and password of an address, unchanged and unescaped; none if it has none.</summary>
    /// <param name="address">An address, or what a proxy variable holds: its user info may have any characters.</param>
    public static IEnumerable<string> Secrets(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = address.LastIndexOf('@');
        if (end <= start)
            yield break;
        var info = address[start..end];
        // A token alone is in the place of the user.
        var secret = info.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? info[(colon + 1)..] : info;
        yield return secret;
        yield return Uri.UnescapeDataString(secret);
    }

    // A slash ends it in every spelling: where one address ends the next may begin, and no letter is read twice.
    [GeneratedRegex(
        """
        (?<address>(?::|%3A|&\#58;|&\#x3A;|\\u003A)(?://|\\/\\/|%2F%2F|&\#47;&\#47;|&\#x2F;&\#x2F;|\\u002F\\u002F))
        (?:[^\s/?\#"'<>%\\]|%(?!2F|3F|23|22|27|3C|3E|20)|\\(?!u002F|[/"]))*
        (?:@|%40|&\#64;|&\#x40;|&commat;|\\u0040)
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 60_000)]
    private static partial Regex InAddress();
}

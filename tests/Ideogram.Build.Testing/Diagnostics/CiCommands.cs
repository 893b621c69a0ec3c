using System.Text.RegularExpressions;

namespace Ideogram.Build.Testing;

/// <summary>What a CI system or a terminal would obey in a line of a log, in the patterns of those systems: it shares nothing with what is tested.</summary>
public static partial class CiCommands
{
    /// <summary>Every command and control character of a line.</summary>
    public static IReadOnlyList<string> In(string line) =>
    [
        .. Hashes().Matches(Seen(line)).Select(m => m.Value),
        .. ReportText().Matches(line).Select(m => m.Value),
        .. AtStart().Matches(Seen(line)).Select(m => m.Value),
        .. Unseen().Matches(line).Select(m => $"U+{(int)m.Value[0]:X4}"),
    ];

    // As readers that compare by culture do: what takes no room is passed over.
    private static string Seen(string line) => NoRoom().Replace(line, "");

    // GitHub's old form, Azure Pipelines' formatting and commands, TeamCity's messages.
    [GeneratedRegex("##", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Hashes();

    // GitLab's sections and Travis' folds.
    [GeneratedRegex("section_(start|end):|travis_(fold|time):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ReportText();

    // GitHub, Gitea and Forgejo; Buildkite's groups.
    [GeneratedRegex(@"\A[\s]*(::|---|\+\+\+|~~~|\^\^\^)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex AtStart();

    [GeneratedRegex(@"(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])"
        + @"|[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Unseen();

    [GeneratedRegex(@"[\p{Mn}\p{Me}\p{Cf}]|\udb40[\udd00-\uddef]", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex NoRoom();
}

using System.Globalization;
using System.Text;

namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>
/// The one way into a log. Names, captions and answers are written by strangers, and a CI system reads the log line by line for commands:
/// GitHub and its like obey <c>::name</c> at the start of a line and <c>##[name]</c> anywhere in it, Azure Pipelines <c>##vso[</c> and TeamCity
/// <c>##teamcity[</c> anywhere, GitLab <c>section_start:</c>, Travis <c>travis_fold:</c>; Buildkite begins a group at <c>---</c>, <c>+++</c> and <c>~~~</c>.
/// A terminal obeys control characters. No text that has passed here says any of this, and passing twice changes nothing.
/// </summary>
public static class LogText
{
    private static readonly string[] ReportText = ["section_start", "section_end", "travis_fold", "travis_time"];

    /// <summary>The text as one line: what cannot be seen is written as <c>\u001b</c>, and a blank takes each command apart.</summary>
    /// <param name="text">Any text, without the secrets.</param>
    public static string Line(string text) => TakeApart(MessageText.Escape(text), static (line, _) => line.Append(' '), keepsCharacter: true);

    /// <summary>The same JSON document, which holds no command: a character of it is written as <c>\u0023</c>, so that it is read back as it was.</summary>
    /// <param name="json">A JSON document; its line ends stay.</param>
    public static string Json(string json) => string.Join("\n", json.Split('\n').Select(JsonLine));

    private static string JsonLine(string line)
    {
        var text = line.TrimEnd('\r');
        var apart = TakeApart(
            MessageText.Escape(text),
            static (json, character) => json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
            keepsCharacter: false);
        return apart + new string('\r', line.Length - text.Length);
    }

    private static string TakeApart(string text, Action<StringBuilder, char> between, bool keepsCharacter)
    {
        StringBuilder? apart = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isCommand = CompletesCommand(text, i);
            if (isCommand)
                between(apart ??= new StringBuilder(text, 0, i, text.Length + 16), text[i]);
            if (!isCommand || keepsCharacter)
                apart?.Append(text[i]);
        }

        return apart?.ToString() ?? text;
    }

    /// <summary>Whether the character at this place makes the text before it a command.</summary>
    private static bool CompletesCommand(string text, int at) => text[at] switch
    {
        '#' => Before(text, at) is var before and >= 0 && text[before] == '#',
        ':' => IsWordBefore(text, at) || (Before(text, at) is var before and >= 0 && text[before] == ':' && IsStart(text, before)),
        '-' or '+' or '~' or '^' => IsGroup(text, at),
        _ => false,
    };

    // Some readers ignore invisible characters when they compare.
    private static int Before(string text, int at)
    {
        do
            at--;
        while (at >= 0 && TakesNoRoom(text, at));
        return at;
    }

    private static bool IsWordBefore(string text, int at) =>
        ReportText.Any(w => at >= w.Length && string.Compare(text, at - w.Length, w, 0, w.Length, StringComparison.OrdinalIgnoreCase) == 0);

    private static bool IsStart(string text, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && !TakesNoRoom(text, i))
                return false;
        }

        return true;
    }

    // The third of three at the start of a line.
    private static bool IsGroup(string text, int at)
    {
        var second = Before(text, at);
        var first = second < 0 ? second : Before(text, second);
        return first >= 0 && text[first] == text[at] && text[second] == text[at] && IsStart(text, first);
    }

    private static bool TakesNoRoom(string text, int at)
    {
        var first = at > 0 && char.IsSurrogatePair(text[at - 1], text[at]) ? at - 1 : at;
        return CharUnicodeInfo.GetUnicodeCategory(text, first) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;
    }
}

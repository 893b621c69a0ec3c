using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Tests.Manifests;

/// <summary>Names, in quotes, with characters that show nothing and with their neighbours; with joiners and selectors in emoji and outside of them.</summary>
internal static class HiddenNames
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Edges(Invisible.Ranges).Concat(Edges(Invisible.TextEmoji)).Concat(Invisible.Joined)
            .Concat([0x41, 0x1EFFF, 0x1F000, 0x1FAFF, 0x1FB00, 0x1FFFE, 0x10FFFF])
            .Where(p => p is >= 0 and <= 0x10FFFF).Distinct().SelectMany(Around),
        .. new[]
        {
            "👩‍💻", "🏳️‍🌈 ☀️", "1️⃣", "❤️‍🔥", "👨‍👩‍👧‍👦", "🏃🏻‍♀️‍➡️", "1\uFE0F",
            "#\uFE0F\u20E3", "\uFE0F\u20E3",
            "❤\u200D\uFE0F", "a\u200D💻", "👩\u200D", "👩\u200D\u200D💻", "👩\uFE0F\u200D💻", "😀\uFE0F", "\uD83D", "\uDCBB",
            "\uDCBB\uD83D", "\uD83D\uD83D\uDCBB",
        }.Select(Quote),
    ];

    // Alone, in a word, and where an emoji would make it show.
    private static IEnumerable<string> Around(int point)
    {
        var text = CodePoint.ToText(point);
        return new[] { $"a{text}b", $"{text}\uFE0F", $"👩\u200D{text}", $"{text}\u200D💻" }.Select(Quote);
    }

    private static IEnumerable<int> Edges(IReadOnlyList<int> table) => table.SelectMany((p, i) => i % 2 == 0 ? new[] { p - 1, p } : [p, p + 1]);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        for (var at = 0; at < text.Length;)
        {
            var point = CodePoint.Take(text, ref at);
            quoted.Append(point > 0xFFFF ? "\\U" : "\\u").Append(point.ToString(point > 0xFFFF ? "X8" : "X4", CultureInfo.InvariantCulture));
        }

        return quoted.Append('"').ToString();
    }
}

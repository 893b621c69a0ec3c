using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Tests.Manifests;

/// <summary>
/// The schema's pattern for a dataset's name, made of the tables by which the reader judges. It means the same where a pattern sees characters (JavaScript with
/// the flag u: ajv, Visual Studio Code) and where it sees their UTF-16 halves (.NET, JavaScript without the flag): each set of characters beyond U+FFFF is
/// written for both, and what is meant for the other matches nothing.
/// </summary>
internal static class NamePattern
{
    private const int Joiner = 0x200D;
    private const int EmojiSelector = 0xFE0F;
    private const int LastOfBasicPlane = 0xFFFF;
    private const int MaxListed = 16;

    // Never true where a pattern sees halves.
    private const string SeesCharacters = "(?=[^\\u0000-\\uffff])";
    private const string AnyPair = "[\\ud800-\\udbff][\\udc00-\\udfff]";
    private const string HalfPair = "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?:^|[^\\ud800-\\udbff])[\\udc00-\\udfff]";

    private static readonly (int First, int Last) Surrogates = (0xD800, 0xDFFF);
    private static readonly (int First, int Last) BeforeJoiner = (0x1F000, 0x1FAFF);

    public static string Create()
    {
        var hidden = Ranges(Invisible.Ranges).Concat(Enumerable.Range(1, 16).Select(p => ((p << 16) | 0xFFFE, (p << 16) | 0xFFFF))).ToList();
        var emoji = Ranges(Invisible.TextEmoji);
        var keycaps = "#*0123456789".Select(c => ((int)c, (int)c));
        var joined = Invisible.Joined.Select(c => (c, c)).ToList();
        string[] forbidden =
        [
            $"{Basic(Without(Basics(hidden), [(Joiner, Joiner), (EmojiSelector, EmojiSelector), Surrogates]))}|{Beyond(hidden)}|{HalfPair}",
            $"(?:^|{AllBut([.. Basics(emoji), .. keycaps])}|{NotBeyond(emoji)})\\ufe0f|[#*0-9]\\ufe0f(?!\\u20e3)",
            $"(?:^|{AllBut([.. Basics(emoji), (EmojiSelector, EmojiSelector)])}|{NotBeyond([BeforeJoiner])})\\u200d",
            $"\\u200d(?:$|{AllBut(Basics(joined))}|{NotBeyond(joined)})",
        ];
        return $"^(?!\\s)(?![\\s\\S]*\\s$){string.Concat(forbidden.Select(f => $"(?![\\s\\S]*(?:{f}))"))}";
    }

    // A character of a set beyond U+FFFF: its code point, or its two halves.
    private static string Beyond(IReadOnlyList<(int First, int Last)> set) => $"{SeesCharacters}(?:{Points(set)})|{Halves(set)}";

    // A character beyond U+FFFF that is not in a set.
    private static string NotBeyond(IReadOnlyList<(int First, int Last)> set) => $"{SeesCharacters}(?!{Points(set)})[\\s\\S]|(?!{Halves(set)}){AnyPair}";

    // Where a pattern sees halves, a range between pairs would run backwards: short ones are listed, long ones are all up to the last without all before
    // the first.
    private static string Points(IReadOnlyList<(int First, int Last)> set)
    {
        var beyond = set.Where(r => r.Last > LastOfBasicPlane).ToList();
        var listed = beyond.Where(r => r.Last - r.First < MaxListed).SelectMany(r => Enumerable.Range(r.First, r.Last - r.First + 1)).Select(Pair).ToList();
        var ranges = beyond.Where(r => r.Last - r.First >= MaxListed).Select(r => $"(?![\\ud7ff-{Pair(r.First - 1)}])[\\ud7ff-{Pair(r.Last)}]");
        return string.Join('|', listed.Count > 0 ? [$"[{string.Concat(listed)}]", .. ranges] : ranges);
    }

    private static string Halves(IReadOnlyList<(int First, int Last)> set)
    {
        var ofHigh = new SortedDictionary<char, List<(int First, int Last)>>();
        foreach (var (first, last) in set.Where(r => r.Last > LastOfBasicPlane))
        {
            for (var start = first; start <= last; start = (start | 0x3FF) + 1)
            {
                var (from, to) = (char.ConvertFromUtf32(start), char.ConvertFromUtf32(Math.Min(last, start | 0x3FF)));
                if (!ofHigh.TryGetValue(from[0], out var lows))
                    ofHigh.Add(from[0], lows = []);
                lows.Add((from[1], to[1]));
            }
        }

        // Pairs whose second halves are the same share an alternative.
        var alternatives = ofHigh.GroupBy(h => Basic(h.Value), h => ((int)h.Key, (int)h.Key), StringComparer.Ordinal);
        return string.Join('|', alternatives.Select(g => Basic([.. g]) + g.Key));
    }

    // A character up to U+FFFF that is not in a set, and no half of one.
    private static string AllBut(IReadOnlyList<(int First, int Last)> set) => Basic(Without([(0, LastOfBasicPlane)], [.. set, Surrogates]));

    private static List<(int First, int Last)> Basics(IEnumerable<(int First, int Last)> set) => [.. set.Where(r => r.Last <= LastOfBasicPlane)];

    private static string Basic(IReadOnlyList<(int First, int Last)> set)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var range in set.OrderBy(r => r.First))
        {
            if (merged.Count > 0 && range.First == merged[^1].Last + 1)
                merged[^1] = (merged[^1].First, range.Last);
            else
                merged.Add(range);
        }

        var text = new StringBuilder();
        foreach (var (first, last) in merged)
            text.Append(Unit(first)).Append(first == last ? "" : last == first + 1 ? Unit(last) : $"-{Unit(last)}");
        return merged is [var only] && only.First == only.Last ? text.ToString() : $"[{text}]";
    }

    private static List<(int First, int Last)> Without(IReadOnlyList<(int First, int Last)> set, IReadOnlyList<(int First, int Last)> less)
    {
        var left = set.ToList();
        foreach (var (first, last) in less)
        {
            left = [.. left.SelectMany(r => last < r.First || first > r.Last
                ? [r]
                : new[] { (r.First, first - 1), (last + 1, r.Last) }.Where(p => p.Item1 <= p.Item2))];
        }

        return left;
    }

    private static List<(int First, int Last)> Ranges(IReadOnlyList<int> table) =>
        [.. Enumerable.Range(0, table.Count / 2).Select(i => (table[2 * i], table[(2 * i) + 1]))];

    private static string Pair(int point) => string.Concat(char.ConvertFromUtf32(point).Select(c => Unit(c)));

    private static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:x4}");
}

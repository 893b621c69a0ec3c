using System.Text;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>Two captions as one text, with the words that went and the words that came.</summary>
internal static class WordDifference
{
    // The table below has one cell for each pair of words.
    private const int MaxWords = 400;

    // Words around a difference, so that its place is found.
    private const int Context = 6;

    /// <summary>The difference as HTML; null if the captions are too long to compare, or have so little in common that two whole texts are easier to
    /// read.</summary>
    /// <param name="before">The caption as it was.</param>
    /// <param name="after">The caption as it is.</param>
    public static string? Render(string before, string after)
    {
        var (old, @new) = (Words(before), Words(after));
        if (old.Length > MaxWords || @new.Length > MaxWords)
            return null;
        var runs = Runs(old, @new);
        // Blanks alone are no difference of words.
        if (runs.TrueForAll(r => r.Kind == Kind.Same) || runs.Where(r => r.Kind == Kind.Same).Sum(r => r.Words.Count) * 3 < Math.Max(old.Length, @new.Length))
            return null;

        var html = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            var (kind, words) = runs[i];
            if (html.Length > 0) html.Append(' ');
            html.Append(kind switch
            {
                Kind.Removed => $"<del>{Code(words)}</del>",
                Kind.Added => $"<ins>{Code(words)}</ins>",
                _ => Code(Shorten(words, isFirst: i == 0, isLast: i == runs.Count - 1)),
            });
        }

        return html.ToString();
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Code(IEnumerable<string> words) => Html.Code(string.Join(' ', words), int.MaxValue);

    private static List<string> Shorten(List<string> words, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst ? 0 : Context, isLast ? 0 : Context);
        return words.Count <= head + tail + 1 ? words : [.. words[..head], "…", .. words[^tail..]];
    }

    // The longest common subsequence, by the table of its lengths.
    private static List<(Kind Kind, List<string> Words)> Runs(string[] old, string[] @new)
    {
        int[][] lengths = [.. Enumerable.Range(0, old.Length + 1).Select(_ => new int[@new.Length + 1])];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
                lengths[i][j] = old[i] == @new[j] ? lengths[i + 1][j + 1] + 1 : Math.Max(lengths[i + 1][j], lengths[i][j + 1]);
        }

        var runs = new List<(Kind Kind, List<string> Words)>();
        var (a, b) = (0, 0);
        while (a < old.Length || b < @new.Length)
        {
            if (a < old.Length && b < @new.Length && old[a] == @new[b])
            {
                Add(Kind.Same, old[a++]);
                b++;
            }
            else if (a < old.Length && (b == @new.Length || lengths[a + 1][b] >= lengths[a][b + 1]))
            {
                Add(Kind.Removed, old[a++]);
            }
            else
            {
                Add(Kind.Added, @new[b++]);
            }
        }

        return runs;

        void Add(Kind kind, string word)
        {
            if (runs.Count == 0 || runs[^1].Kind != kind) runs.Add((kind, []));
            runs[^1].Words.Add(word);
        }
    }

    private enum Kind
    {
        Same,
        Removed,
        Added,
    }
}

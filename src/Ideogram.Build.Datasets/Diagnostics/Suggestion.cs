namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>Finds the known word that a misspelt one probably meant.</summary>
internal static class Suggestion
{
    // A hint must not cost more than the check: folders can be huge, and a manifest can misspell a thousand names.
    private const int MostCompared = 2_000;

    /// <summary>" (did you mean 'images'?)", or nothing.</summary>
    public static string For(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } nearest ? $" (did you mean {MessageText.Quote(nearest)}?)" : "";

    /// <summary>The nearest known word: the same but for case first, then the one with at most two edits (one for short words).</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var allowed = word.Length > 4 ? 2 : 1;
        return known
            .Take(MostCompared)
            .Select(k => (Word: k, Edits: Edits(word, k, allowed)))
            .Where(k => k.Edits <= allowed)
            .OrderBy(k => k.Edits)
            .Select(k => k.Word)
            .FirstOrDefault();
    }

    // Insertions, deletions, replacements and swaps of neighbours; letters that differ in case count as equal.
    private static int Edits(string a, string b, int allowed)
    {
        if (a.Length > 255 || Math.Abs(a.Length - b.Length) > allowed)
            return int.MaxValue;

        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}

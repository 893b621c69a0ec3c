namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>Finds the known word that a misspelt one probably meant.</summary>
public static class Suggestion
{
    // A hint must not cost more than the check: folders can be huge, and a manifest can misspell a thousand names.
    private const int MaxCompared = 2_000;

    // The edits that are counted: fewer than in the worst pair of names, so that only the middle of their table is filled.
    private const int MaxEdits = 2;

    /// <summary>" (did you mean 'images'?)", or nothing.</summary>
    public static string For(string word, IEnumerable<string> known) =>
        Nearest(word, known) is { } nearest ? $" (did you mean {MessageText.Quote(nearest)}?)" : "";

    /// <summary>The same for a path that does not exist, from the names in its folder. A hint is never a second problem.</summary>
    /// <param name="path">Full path.</param>
    public static string ForPath(string path)
    {
        try
        {
            return Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder)
                ? For(Path.GetFileName(path), Directory.EnumerateFileSystemEntries(folder).Select(f => Path.GetFileName(f)))
                : "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>The nearest known word: the same but for case first, then the one with at most two edits (one for short words).</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var allowed = word.Length > 4 ? MaxEdits : 1;
        return known
            .Take(MaxCompared)
            .Select(k => (Word: k, Edits: Edits(word, k, allowed)))
            .Where(k => k.Edits <= allowed)
            .OrderBy(k => k.Edits)
            .Select(k => k.Word)
            .FirstOrDefault();
    }

    /// <summary>About how many characters are compared to find a word among this many.</summary>
    public static long Cost(string word, int known) => Math.Min(known, MaxCompared) * (1L + ((2 * MaxEdits) + 1) * Math.Min(word.Length, 255));

    // Insertions, deletions, replacements and swaps of neighbours; letters that differ in case count as equal.
    private static int Edits(string a, string b, int allowed)
    {
        if (a.Length > 255 || Math.Abs(a.Length - b.Length) > allowed)
            return int.MaxValue;

        const int Far = MaxEdits + 1;
        var (beforeLast, last, row) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            (last[j], row[j]) = (j, Far);

        for (var i = 1; i <= a.Length; i++)
        {
            // Further from the diagonal there are more edits than are allowed.
            var (from, to) = (Math.Max(1, i - MaxEdits), Math.Min(b.Length, i + MaxEdits));
            row[from - 1] = from == 1 ? i : Far;
            for (var j = from; j <= to; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1));
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
            }

            if (to < b.Length)
                row[to + 1] = Far;
            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}

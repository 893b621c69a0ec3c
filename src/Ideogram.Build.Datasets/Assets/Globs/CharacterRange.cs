namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>A range of characters in a class such as <c>[a-z_]</c>; both ends belong to it.</summary>
internal readonly record struct CharacterRange(char First, char Last)
{
    /// <summary>Reads what stands between the brackets; null and the reason if it makes no sense.</summary>
    public static IReadOnlyList<CharacterRange>? ParseClass(string pattern, int start, int end, out bool negated, out string reason)
    {
        reason = "";
        negated = pattern[start] == '!';
        var ranges = new List<CharacterRange>();
        for (var i = negated ? start + 1 : start; i < end; i++)
        {
            var first = pattern[i];
            var isRange = i + 2 < end && pattern[i + 1] == '-';
            var last = isRange ? pattern[i + 2] : first;
            if (last < first)
            {
                reason = $"has the range '{first}-{last}', which runs backwards";
                return null;
            }

            ranges.Add(new CharacterRange(first, last));
            i += isRange ? 2 : 0;
        }

        if (ranges.Count > 0)
            return ranges;

        reason = "has brackets without characters. Write '[0-9]'";
        return null;
    }
}

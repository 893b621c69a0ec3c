namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>The text between brackets, <c>[a-z_]</c> or <c>[!0-9]</c>: these characters, or all others.</summary>
internal sealed class CharacterClass
{
    private readonly int[] _firsts;
    private readonly int[] _lasts;
    private readonly bool _negated;

    private CharacterClass(IReadOnlyList<(int First, int Last)> ranges, bool negated)
    {
        _firsts = [.. ranges.Select(r => r.First)];
        _lasts = [.. ranges.Select(r => r.Last)];
        _negated = negated;
    }

    /// <summary>Whether the class holds a character.</summary>
    public bool Contains(int point)
    {
        var at = Array.BinarySearch(_firsts, point);
        at = at < 0 ? ~at - 1 : at;
        return (at >= 0 && point <= _lasts[at]) != _negated;
    }

    /// <summary>Reads the text between the brackets; null and the reason if it is wrong.</summary>
    public static CharacterClass? Parse(string text, out string reason)
    {
        reason = text.StartsWith('^') ? "has '[^', which some programs read as 'none of' and others do not. Write '[!…]' for none of the characters, "
            + "or '^' at another place" : "";
        if (reason.Length > 0)
            return null;

        var negated = text.StartsWith('!');
        var points = new List<int>();
        for (var at = negated ? 1 : 0; at < text.Length;)
            points.Add(CodePoint.Take(text, ref at));

        var ranges = new List<(int First, int Last)>();
        for (var i = 0; i < points.Count; i++)
        {
            var isRange = i + 2 < points.Count && points[i + 1] == '-';
            var range = (First: points[i], Last: isRange ? points[i + 2] : points[i]);
            if (range.Last < range.First)
            {
                reason = $"has the range '{CodePoint.ToText(range.First)}-{CodePoint.ToText(range.Last)}', which runs backwards";
                return null;
            }

            ranges.Add(range);
            i += isRange ? 2 : 0;
        }

        reason = ranges.Count > 0 ? "" : "has brackets without characters. Write '[0-9]'";
        return ranges.Count > 0 ? new CharacterClass(Merge(ranges), negated) : null;
    }

    // Sorted and apart from each other, so that a class of a thousand characters costs no more than one of ten.
    private static List<(int First, int Last)> Merge(List<(int First, int Last)> ranges)
    {
        var merged = new List<(int First, int Last)>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            if (merged.Count > 0 && range.First <= merged[merged.Count - 1].Last)
                merged[merged.Count - 1] = (merged[merged.Count - 1].First, Math.Max(merged[merged.Count - 1].Last, range.Last));
            else
                merged.Add(range);
        }

        return merged;
    }
}

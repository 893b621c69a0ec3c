namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>How far a glob has got along a path: which of its parts the next name may match. One flag per part, and a last one for "all matched".</summary>
internal static class GlobStates
{
    public static bool[] Start(IReadOnlyList<Segment> pattern) => Close(new bool[pattern.Count + 1], 0, pattern);

    public static bool[] Step(bool[] states, string name, IReadOnlyList<Segment> pattern, bool ignoreCase)
    {
        var next = new bool[states.Length];
        for (var i = 0; i < pattern.Count; i++)
        {
            if (!states[i])
                continue;
            if (pattern[i].IsAnyDepth)
                Close(next, i, pattern);
            else if (pattern[i].Matches(name, ignoreCase))
                Close(next, i + 1, pattern);
        }

        return next;
    }

    // Being before "**" is also being after it: it may stand for no folder at all.
    private static bool[] Close(bool[] states, int at, IReadOnlyList<Segment> pattern)
    {
        states[at] = true;
        for (; at < pattern.Count && pattern[at].IsAnyDepth; at++)
            states[at + 1] = true;
        return states;
    }
}

namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>The part of a glob between two slashes. Matching takes time proportional to name times pattern, whatever the pattern.</summary>
internal sealed class Segment
{
    private readonly NameAutomaton? _automaton;
    private readonly string? _suffix;

    private Segment(string? literal, bool isAnyDepth, NameAutomaton? automaton, string? suffix = null)
    {
        _suffix = suffix;
        Literal = literal;
        IsAnyDepth = isAnyDepth;
        _automaton = automaton;
    }

    /// <summary><c>*</c>.</summary>
    public static Segment AnyName { get; } = Parse("*", out _)!;

    /// <summary>The exact name, if there is no wildcard in it.</summary>
    public string? Literal { get; }

    /// <summary>Whether this is <c>**</c>: any number of folders, none included.</summary>
    public bool IsAnyDepth { get; }

    public static Segment Of(string name) => new(name, isAnyDepth: false, automaton: null);

    public static bool HasWildcard(string part) => part.IndexOfAny(['*', '?', '[', ']', '{', '}']) >= 0;

    /// <summary>Compiles a part with wildcards; null and the reason if it cannot be understood.</summary>
    public static Segment? Parse(string part, out string reason)
    {
        reason = "";
        if (part == "**")
            return new Segment(literal: null, isAnyDepth: true, automaton: null);
        if (part.Contains("**", StringComparison.Ordinal))
        {
            reason = "has '**' beside other characters. '**' stands alone between slashes: 'photos/**/*.jpg'";
            return null;
        }

        // Nearly every glob ends in "*.jpg" or the like: no need to run a machine for that.
        if (part[0] == '*' && !HasWildcard(part.Substring(1)))
            return new Segment(literal: null, isAnyDepth: false, automaton: null, part.Substring(1));
        return NameAutomaton.Compile(part, out reason) is { } automaton ? new Segment(literal: null, isAnyDepth: false, automaton) : null;
    }

    public bool Matches(string name, bool ignoreCase)
    {
        if (Literal is not null)
            return string.Equals(Literal, name, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        if (_suffix is not null)
            return name.EndsWith(_suffix, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
        return _automaton?.Matches(name, ignoreCase) ?? true;
    }
}

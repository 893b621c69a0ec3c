namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>The part of a glob between two slashes.</summary>
internal sealed class Segment
{
    private readonly NameAutomaton? _automaton;
    private readonly string _end;

    private Segment(string text, string? literal, NameAutomaton? automaton)
    {
        Text = text;
        Literal = literal;
        _automaton = automaton;
        _end = text.Substring(text.LastIndexOfAny(['*', '?', '[', ']', '{', '}']) + 1);
    }

    /// <summary><c>*</c>.</summary>
    public static Segment AnyName { get; } = Parse("*", out _)!;

    /// <summary><c>**</c>.</summary>
    public static Segment AnyDepth { get; } = Parse("**", out _)!;

    /// <summary>The part as it is written.</summary>
    public string Text { get; }

    /// <summary>The exact name, if there is no wildcard in it.</summary>
    public string? Literal { get; }

    /// <summary>Whether this is <c>**</c>: any number of folders, none included.</summary>
    public bool IsAnyDepth => Literal is null && Text == "**";

    public static Segment FromName(string name) => new(name, name, automaton: null);

    public static bool HasWildcard(string part) => part.IndexOfAny(['*', '?', '[', ']', '{', '}']) >= 0;

    /// <summary>Compiles a part with wildcards; null and the reason if it cannot be understood.</summary>
    public static Segment? Parse(string part, out string reason)
    {
        reason = "";
        if (part == "**")
            return new Segment(part, literal: null, automaton: null);
        if (part.Contains("**", StringComparison.Ordinal))
        {
            reason = "has '**' beside other characters. Write '**' alone between slashes: 'photos/**/*.jpg'";
            return null;
        }

        // Nearly every glob ends in "*.jpg" or the like: no need to run a machine for that.
        if (part[0] == '*' && !HasWildcard(part.Substring(1)))
            return new Segment(part, literal: null, automaton: null);
        return NameAutomaton.Compile(part, out reason) is { } automaton ? new Segment(part, literal: null, automaton) : null;
    }

    /// <summary>Whether a name matches.</summary>
    /// <exception cref="TooMuchWorkException">It was too much work to find out.</exception>
    public bool Matches(string name, GlobWork work)
    {
        work.Spend(3);
        if (Literal is not null)
            return Literal == name;
        if (_automaton is null)
            return name.EndsWith(_end, StringComparison.Ordinal);

        // Most names fail for what is seen without running the machine.
        return name.Length >= _automaton.Shortest && (_automaton.Required & ~work.CharactersOf(name)) == 0 && name.EndsWith(_end, StringComparison.Ordinal)
            && _automaton.Matches(name, work);
    }
}

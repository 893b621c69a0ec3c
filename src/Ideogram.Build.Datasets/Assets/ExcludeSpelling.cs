using Ideogram.Build.Datasets.Assets.Globs;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>A way to write an exclude that somebody may have had in mind.</summary>
/// <param name="Line">The exclude.</param>
/// <param name="Text">Its pattern without blanks and further <c>!</c> at the ends.</param>
/// <param name="Form">The form in which names count; null for unchanged names.</param>
internal sealed record ExcludeSpelling(GlobLine Line, string Text, NameForm? Form)
{
    private const string Below = "/**";

    /// <summary>The parts of the pattern, in <see cref="Form"/>.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>What relative paths begin with: "" or "../".</summary>
    public required string Prefix { get; init; }

    /// <summary>Whether it is searched in all folders, as a line of .gitignore without <c>/</c>.</summary>
    public bool IsAnywhere { get; init; }

    /// <summary>Whether it stands for what is below a folder of that name, as a line of .gitignore.</summary>
    public bool IsFolder { get; init; }

    /// <summary>The whole pattern.</summary>
    public string Pattern => (IsAnywhere ? "**/" : "") + Text + (IsFolder ? Below : "");

    /// <summary>Whether nothing differs: the line only comes before those that take the files.</summary>
    public bool IsTooEarly => Form is null && Pattern == Line.Entry.Pattern;

    /// <summary>Whether it can only be meant for some of the files that a line takes.</summary>
    public bool IsForSome => IsTooEarly || (!Text.EndsWith(Below, StringComparison.Ordinal) && Segment.HasWildcard(Text.Substring(Text.LastIndexOf('/') + 1)));

    /// <summary>The spellings of an exclude in a form, from the nearest.</summary>
    public static IEnumerable<ExcludeSpelling> All(GlobLine line, NameForm? form, GlobWork work)
    {
        var text = Trim(line.Entry.Pattern);

        // A set of characters is not the same set in lower case.
        var isOtherSet = form is not null && text.Contains('[', StringComparison.Ordinal);
        if (isOtherSet || Parse(line, form is null ? text : form.Of(text), work) is not { } pattern)
            yield break;

        var plain = new ExcludeSpelling(line, text, form) { Segments = pattern.Segments, Prefix = string.Concat(Enumerable.Repeat("../", pattern.Up)) };
        IReadOnlyList<Segment> below = [.. pattern.Segments, Segment.AnyDepth, Segment.AnyName];
        yield return plain;
        if (!text.Contains('/', StringComparison.Ordinal))
            yield return plain with { Segments = [Segment.AnyDepth, .. pattern.Segments], IsAnywhere = true };
        yield return plain with { Segments = below, IsFolder = true };
        if (!text.Contains('/', StringComparison.Ordinal))
            yield return plain with { Segments = [Segment.AnyDepth, .. below], IsAnywhere = true, IsFolder = true };
    }

    /// <summary>Why the line does not match, from the outside to the names.</summary>
    public IEnumerable<string> Differences()
    {
        var own = Line.Entry.Pattern;
        if (own.TrimStart().StartsWith('!'))
            yield return "only the first '!' excludes, and another one is part of the name";
        if (own.Length > 0 && own.Trim('!') is var inner && inner.Trim().Length != inner.Length)
            yield return "blanks at the ends are part of the name";
        if (IsAnywhere)
            yield return "a pattern without '/' is searched only in the manifest's folder";
        if (IsFolder)
            yield return "a pattern stands for files, not for what is in a folder of that name";
        if (Form is not null)
            yield return Form.Difference;
    }

    /// <summary>The exclude that removes a file.</summary>
    /// <param name="path">The file's path relative to the manifest.</param>
    public string LineFor(string path)
    {
        if (Form is null)
            return "!" + Pattern;

        var whole = GlobText.Of(path);
        var parts = path.Substring(Prefix.Length).Split('/');
        var named = Segments.TakeWhile(s => s.Literal is not null).Count();
        if (named > 0 && named == Segments.Count - 2 && Segments[named].IsAnyDepth && named < parts.Length)
            return "!" + Prefix + GlobText.Of(string.Join("/", parts.Take(named))) + Below;

        // The line's own glob with the extension of the file, if that is all that differs.
        var (dot, end) = (Text.LastIndexOf('.'), path.LastIndexOf('.'));
        var own = dot < 0 || Prefix.Length > 0 ? whole : $"{(IsAnywhere ? "**/" : "")}{Text.Substring(0, dot)}{GlobText.Of(path.Substring(end))}";
        return "!" + (Segment.HasWildcard(Text) && PathGlob.Parse(own, out _) is { } glob && glob.IsMatch(path) ? own : whole);
    }

    // To compile a glob costs far more than to match it once.
    private static PathPattern? Parse(GlobLine line, string text, GlobWork work)
    {
        if (text == line.Entry.Pattern)
            return line.Pattern;
        work.Spend(50 * text.Length);
        return PathPattern.Parse(text, isSingleFile: false, out _);
    }

    private static string Trim(string pattern)
    {
        var start = 0;
        while (start < pattern.Length && (pattern[start] == '!' || char.IsWhiteSpace(pattern[start])))
            start++;
        return pattern.Substring(start).TrimEnd();
    }
}

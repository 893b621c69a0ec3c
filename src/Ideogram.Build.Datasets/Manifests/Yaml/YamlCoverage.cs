using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests.Yaml;

/// <summary>
/// Checks that the parser skipped nothing silently: between the values that it reported, only white space, comments and YAML's own signs are allowed, and
/// nothing else. What a parser drops, a reviewer still sees, or other programs still read.
/// </summary>
internal sealed class YamlCoverage(string file, string text)
{
    private static readonly HashSet<char> Signs = [.. "[]{},:-?"];

    /// <summary>The first text that is in no value; nothing if there is none.</summary>
    /// <param name="scalars">The values, in their order.</param>
    public IEnumerable<Diagnostic> Check(IReadOnlyList<YamlSpan> scalars)
    {
        var at = 0;
        foreach (var scalar in scalars)
        {
            if (FirstUnread(at, Math.Min(scalar.Start, text.Length)) is { } unread)
                return [Report(unread)];
            at = Math.Max(at, scalar.End);
        }

        return FirstUnread(Math.Min(at, text.Length), text.Length) is { } rest ? [Report(rest)] : [];
    }

    /// <summary>The index of the first colon that is in no comment; the text's length if there is none.</summary>
    public static int NextColon(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '#' && IsComment(text, i))
                i = EndOfLine(text, i);
            else if (text[i] == ':')
                return i;
        }

        return text.Length;
    }

    private int? FirstUnread(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var isLineStart = i == 0 || text[i - 1] == '\n';
            if (text[i] == '#' && IsComment(text, i))
                i = EndOfLine(text, i);
            else if (isLineStart && string.CompareOrdinal(text, i, "...", 0, 3) == 0)
                i += 2;
            else if (isLineStart && string.CompareOrdinal(text, i, "%YAML ", 0, 6) == 0)
                i = EndOfLine(text, i);
            else if (text[i] is not (' ' or '\t' or '\r' or '\n') && !Signs.Contains(text[i]))
                return i;
        }

        return null;
    }

    private static bool IsComment(string text, int at) => at == 0 || text[at - 1] is ' ' or '\t' or '\r' or '\n';

    private static int EndOfLine(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    private Diagnostic Report(int at)
    {
        var lineStart = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        var line = text.Take(at).Count(c => c == '\n') + 1;
        var what = MessageText.Quote(MessageText.OneLine(text.Substring(at, EndOfLine(text, at) - at), 40));
        return ManifestRules.Syntax.At(file, new Position(line, at - lineStart + 1), $"This is not YAML: {what} belongs to no value, and programs read it in "
            + "different ways. Begin a comment with a blank and '#', or remove this.");
    }
}

using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Which lines of <c>.gitattributes</c> make git write another file than the commit holds. Read without git, so that a build can tell, too.</summary>
/// <param name="root">Full path of the repository's top.</param>
internal sealed class GitAttributes(string root)
{
    private const int MaxBytes = 100_000;
    private const int MaxLines = 200;

    private static readonly char[] Blanks = [' ', '\t', '\r'];

    private readonly Dictionary<string, List<AttributeLine>> _files = new(StringComparer.Ordinal);

    /// <summary>The line that makes git rewrite a file when it checks it out; null for none.</summary>
    /// <param name="path">The file's path from the top, with <c>/</c>.</param>
    public AttributeLine? FindRewriting(string path)
    {
        // The nearest file goes first, and in it the last line that matches.
        var said = new Dictionary<string, (string Value, AttributeLine Line)>(StringComparer.Ordinal);
        for (var slash = path.LastIndexOf('/'); ; slash = slash <= 0 ? -1 : path.LastIndexOf('/', slash - 1))
        {
            var folder = slash <= 0 ? "" : path.Substring(0, slash);
            foreach (var line in Lines(folder).Where(l => l.Matches(folder.Length == 0 ? path : path.Substring(folder.Length + 1))))
            {
                foreach (var attribute in line.Attributes.Where(a => !said.ContainsKey(a.Key)))
                    said[attribute.Key] = (attribute.Value, line);
            }

            if (folder.Length == 0)
                break;
        }

        return Rewriting(said);
    }

    // 'text=auto' leaves images alone: they hold bytes that no text has.
    private static AttributeLine? Rewriting(Dictionary<string, (string Value, AttributeLine Line)> said)
    {
        if (said.TryGetValue("text", out var text) && text.Value == "set")
            return text.Line;
        if (said.TryGetValue("eol", out var eol) && eol.Value is "lf" or "crlf" && (!said.ContainsKey("text") || text.Value.Length == 0))
            return eol.Line;
        if (said.TryGetValue("working-tree-encoding", out var encoding) && encoding.Value is not ("" or "unset"))
            return encoding.Line;
        if (said.TryGetValue("filter", out var filter) && filter.Value is not ("" or "unset" or "set" or "lfs"))
            return filter.Line;
        return said.TryGetValue("ident", out var ident) && ident.Value == "set" ? ident.Line : null;
    }

    private List<AttributeLine> Lines(string folder)
    {
        if (_files.TryGetValue(folder, out var known))
            return known;
        var lines = new List<AttributeLine>();
        var path = folder.Length == 0 ? ".gitattributes" : folder + "/.gitattributes";
        var file = Path.Combine([root, .. path.Split('/')]);
        try
        {
            // git reads none through a link.
            if (File.Exists(file) && PathBounds.FindLink(root, file) is null && BoundedFile.Read(file, MaxBytes) is { } bytes
                && CaptionText.Decode(bytes, out _) is { } text)
                lines.AddRange(text.Split('\n').Select((l, i) => Read(path, l, i + 1)).OfType<AttributeLine>().Reverse().Take(MaxLines));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be read says nothing; git reads it no better.
        }

        return _files[folder] = lines;
    }

    // Null: not about anything that rewrites files, or a pattern that is not understood.
    private static AttributeLine? Read(string file, string text, int number)
    {
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words[0][0] is '#' or '!' or '[' or '"' || words[0].IndexOfAny(['{', '}', '\\']) >= 0)
            return null;
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Skip(1))
        {
            var (name, value) = word.IndexOf('=', 0) is var equals and > 0 ? (word.Substring(0, equals), word.Substring(equals + 1))
                : word[0] == '-' ? (word.Substring(1), "unset") : word[0] == '!' ? (word.Substring(1), "") : (word, "set");
            if (name == "binary" && value == "set")
                (name, value) = ("text", "unset");
            if (name is "text" or "eol" or "working-tree-encoding" or "filter" or "ident")
                attributes[name] = value;
        }

        var pattern = words[0].IndexOf('/', 0) < 0 ? "**/" + words[0] : words[0].TrimStart('/');
        return attributes.Count > 0 && PathGlob.Parse(pattern, out _) is { } glob ? new AttributeLine(file, number, text.Trim(), attributes, glob) : null;
    }
}

/// <summary>A line of a <c>.gitattributes</c>.</summary>
/// <param name="File">The file, from the repository's top.</param>
/// <param name="Number">The line, counted from 1.</param>
/// <param name="Text">The line as it is written.</param>
/// <param name="Attributes">Those that can rewrite a file: set, unset, a value, or empty for unspecified.</param>
/// <param name="Glob">The files.</param>
internal sealed record AttributeLine(string File, int Number, string Text, IReadOnlyDictionary<string, string> Attributes, PathGlob Glob)
{
    /// <summary>Whether it is about a file, by the path from the folder of the attributes.</summary>
    public bool Matches(string path) => Glob.IsMatch(path);
}

namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>Many names in few words, and lines of a manifest.</summary>
internal static class ListText
{
    private const int MaxNamed = 3;

    /// <summary>The first names, and how many more.</summary>
    public static string Names(IReadOnlyList<string> names)
    {
        var first = names.Take(MaxNamed).Select(MessageText.Quote).ToList();
        if (names.Count > MaxNamed)
            return FormattableString.Invariant($"{string.Join(", ", first)} and {names.Count - MaxNamed:N0} more");
        return first.Count == 1 ? first[0] : $"{string.Join(", ", first.Take(first.Count - 1))} and {first[first.Count - 1]}";
    }

    /// <summary>Lines of a list in YAML, each once.</summary>
    public static string Lines(IEnumerable<string> values) =>
        string.Join(", ", values.Distinct(StringComparer.Ordinal).Take(MaxNamed).Select(v => $"- {Quoted(v)}"));

    /// <summary>A path as a value in YAML: in quotes, if it needs them.</summary>
    public static string Value(string path) => path.All(c => c is '/' or '.' or '-' or '_' || (c < 128 && char.IsLetterOrDigit(c))) ? path : Quoted(path);

    private static string Quoted(string value) => $"\"{MessageText.Escape(value).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

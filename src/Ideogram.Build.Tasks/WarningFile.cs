using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Tasks;

/// <summary>Keeps warnings, so that a build that validates nothing says them again: one line each, tabs between the parts, the manifest
/// first.</summary>
internal static class WarningFile
{
    /// <summary>Remembers the warnings of each manifest; without any there is no file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Write(string path, IReadOnlyList<(string Manifest, Diagnostic Warning)> warnings)
    {
        if (warnings.Count == 0)
            File.Delete(path);
        else
            StateFolder.Write(path, string.Join("\n", warnings.Select(w => Line(w.Manifest, w.Warning))));
    }

    /// <summary>The remembered warnings by their manifest. A line that cannot be understood is passed over.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static ILookup<string, Diagnostic> Read(string path)
    {
        // A validation of the same project in another build may just have found no more warnings.
        var lines = File.Exists(path) ? File.ReadAllText(path).Split('\n').Select(l => l.Split('\t')) : [];
        return lines.Select(parts => (Manifest: parts[0], Warning: Warning(parts))).Where(w => w.Warning is not null)
            .ToLookup(w => w.Manifest, w => w.Warning!, ManifestItem.Comparer);
    }

    // LogText.Line leaves neither tab nor line break in a text.
    private static string Line(string manifest, Diagnostic d) => string.Join(
        "\t",
        LogText.Line(manifest),
        d.Code,
        d.Rule.Title,
        d.Position.Line.ToString(CultureInfo.InvariantCulture),
        d.Position.Column.ToString(CultureInfo.InvariantCulture),
        LogText.Line(d.File),
        LogText.Line(d.Message));

    private static Diagnostic? Warning(string[] parts) =>
        parts.Length == 7 && Number(parts[3]) is { } row && Number(parts[4]) is { } column
            ? new Rule(parts[1], Severity.Warning, parts[2]).At(parts[5], new Position(row, column), parts[6])
            : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

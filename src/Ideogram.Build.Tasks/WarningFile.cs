using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Tasks;

/// <summary>Keeps warnings, so that a build that validates nothing says them again: one line each, tabs between the parts.</summary>
internal static class WarningFile
{
    /// <summary>Remembers the warnings; without any there is no file.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be written.</exception>
    public static void Write(string path, IReadOnlyList<Diagnostic> warnings)
    {
        if (warnings.Count == 0)
            File.Delete(path);
        else
            StateFolder.Write(path, string.Join("\n", warnings.Select(Line)));
    }

    /// <summary>The remembered warnings. A line that cannot be understood is passed over.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be read.</exception>
    public static IReadOnlyList<Diagnostic> Read(string path) => [.. File.ReadAllText(path).Split('\n').Select(Warning).OfType<Diagnostic>()];

    // LogText.Line leaves neither tab nor line break in a text.
    private static string Line(Diagnostic d) => string.Join(
        "\t",
        d.Code,
        d.Rule.Title,
        d.Position.Line.ToString(CultureInfo.InvariantCulture),
        d.Position.Column.ToString(CultureInfo.InvariantCulture),
        LogText.Line(d.File),
        LogText.Line(d.Message));

    private static Diagnostic? Warning(string line)
    {
        var parts = line.Split('\t');
        return parts.Length == 6 && Number(parts[2]) is { } row && Number(parts[3]) is { } column
            ? new Rule(parts[0], Severity.Warning, parts[1]).At(parts[4], new Position(row, column), parts[5])
            : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests.Yaml;

/// <summary>Reads a manifest's text as YAML 1.2. Repairs what the parser gets wrong about lines that hold only blanks.</summary>
internal sealed class YamlLoader(string file, string text, List<Diagnostic> diagnostics)
{
    /// <summary>The first document's value; null, with a diagnostic, if there is none that can be read.</summary>
    public YamlNode? Load()
    {
        var forbidden = ManifestCharacters.Check(file, text);
        diagnostics.AddRange(forbidden);
        if (forbidden.Count > 0)
            return null;

        var reading = new YamlReading(file, text);
        var root = reading.Read();
        if (reading.GaveUp is not null && Repaired() is { } repaired)
            (reading, root) = repaired;
        diagnostics.AddRange(reading.Diagnostics);
        return root;
    }

    // Null where blank lines are not what is wrong. A second time, for blanks that turn out to be part of a value stay.
    private (YamlReading Reading, YamlNode? Root)? Repaired()
    {
        ISet<int> kept = new HashSet<int>();
        for (var round = 0; round < 2; round++)
        {
            var lines = new BlankLines(text, kept);
            var reading = new YamlReading(file, lines.Repaired);
            var root = lines.IsAnyRepaired ? reading.Read() : null;
            if (root is null || reading.GaveUp is not null)
                return null;
            kept = lines.Harmed(reading.Scalars);
            if (kept.Count == 0)
                return (reading, root);
        }

        return null;
    }
}

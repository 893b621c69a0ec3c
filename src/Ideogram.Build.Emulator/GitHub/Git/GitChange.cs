using System.Globalization;

namespace Ideogram.Build.Emulator.GitHub.Git;

/// <summary>A changed file, its status in GitHub's words.</summary>
internal sealed record GitChange(string Status, string Path, string? PreviousPath, string Sha)
{
    public int Additions { get; init; }

    public int Deletions { get; init; }

    /// <summary>Reads <c>diff --raw -z</c>: ":modes hashes status", then the path, for renames and copies the old path before it.</summary>
    public static IEnumerable<GitChange> Parse(string[] fields)
    {
        for (var i = 0; i + 1 < fields.Length;)
        {
            var head = fields[i++].Split(' ');
            var letter = head[4][0];
            var previous = letter is 'R' or 'C' ? fields[i++] : null;
            yield return new GitChange(
                letter switch { 'A' => "added", 'D' => "removed", 'R' => "renamed", 'C' => "copied", 'T' => "changed", _ => "modified" },
                fields[i++],
                previous,
                letter == 'D' ? head[2] : head[3]);
        }
    }

    /// <summary>Reads <c>diff --numstat -z</c>: "added, deleted, path", for renames an empty path and then both.</summary>
    public static Dictionary<string, (int Added, int Deleted)> ParseLines(string[] fields)
    {
        var lines = new Dictionary<string, (int, int)>();
        for (var i = 0; i < fields.Length; i++)
        {
            var parts = fields[i].Split('\t', 3);
            var path = parts[2].Length > 0 ? parts[2] : fields[i += 2];
            lines[path] = (Number(parts[0]), Number(parts[1]));
        }

        return lines;

        // Binary files have a dash.
        static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}

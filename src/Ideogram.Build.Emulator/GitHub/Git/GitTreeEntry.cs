using System.Globalization;

namespace Ideogram.Build.Emulator.GitHub.Git;

internal sealed record GitTreeEntry(string Mode, string Type, string Sha, long? Size, string Path)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Reads a line of <c>ls-tree -l</c>: mode, type, hash and size, a tab, the path.</summary>
    public static GitTreeEntry Parse(string line)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        var head = line[..tab].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new GitTreeEntry(
            head[0],
            head[1],
            head[2],
            long.TryParse(head[3], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null,
            line[(tab + 1)..]);
    }
}

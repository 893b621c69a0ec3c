using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Lines of a manifest that begin in one folder, matched with the paths of a commit.</summary>
/// <param name="start">The folder from the repository's top, with <c>/</c> at its end; empty for the top itself.</param>
internal sealed class CommittedGlobs(string start)
{
    private readonly GlobNode _globs = new();
    private readonly Dictionary<string, List<GlobNode>> _folders = new(StringComparer.Ordinal);

    public string Start => start;

    public void Add(IReadOnlyList<Segment> pattern, int line) => _globs.Add(pattern, line);

    /// <summary>Adds the numbers of the lines that match paths.</summary>
    /// <exception cref="TooMuchWorkException">It was too much work.</exception>
    public void Match(IEnumerable<string> paths, GlobWork work, Dictionary<string, List<int>> matching)
    {
        var next = new List<GlobNode>();
        foreach (var path in paths)
        {
            var slash = path.LastIndexOf('/');
            if (path[slash + 1] == '.')
                continue;

            GlobNode.Step(Folder(slash < start.Length ? "" : path.Substring(start.Length, slash - start.Length), work), path.Substring(slash + 1), next, work);
            foreach (var node in next.Where(n => n.Lines.Count > 0))
            {
                work.Spend(node.Lines.Count);
                if (!matching.TryGetValue(path, out var lines))
                    matching.Add(path, lines = []);
                lines.AddRange(node.Lines);
            }
        }
    }

    /// <summary>Whether lines lead into a folder, and none takes away everything below it.</summary>
    /// <exception cref="TooMuchWorkException">It was too much work.</exception>
    public bool LeadsInto(string path, IReadOnlyList<ImageEntry> lines, GlobWork work)
    {
        if (!path.StartsWith(start, StringComparison.Ordinal) || path.Length <= start.Length)
            return false;
        var nodes = Folder(path.Substring(start.Length), work);
        return nodes.SelectMany(n => n.AllLines(work)).Any(line => !lines[line].IsExclude)
            && !nodes.Exists(n => n.LinesOfAllBelow.Any(line => lines[line].IsExclude));
    }

    // Each folder once. Dot folders are never matched, as in a walk.
    private List<GlobNode> Folder(string path, GlobWork work)
    {
        if (_folders.TryGetValue(path, out var known))
            return known;

        var slash = path.LastIndexOf('/');
        var nodes = new List<GlobNode>();
        if (path.Length == 0)
            nodes = _globs.Start(work);
        else if (path[slash + 1] != '.')
            GlobNode.Step(Folder(path.Substring(0, Math.Max(slash, 0)), work), path.Substring(slash + 1), nodes, work);
        _folders.Add(path, nodes);
        return nodes;
    }
}

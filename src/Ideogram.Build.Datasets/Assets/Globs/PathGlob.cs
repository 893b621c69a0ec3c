using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>A glob of a manifest, matched with paths instead of folders.</summary>
public sealed class PathGlob
{
    private readonly GlobNode _glob = new();
    private readonly GlobWork _work = new(new WorkBudget(long.MaxValue), long.MaxValue, CancellationToken.None);

    private PathGlob(IReadOnlyList<Segment> segments) => _glob.Add(segments, 0);

    /// <summary>Reads a glob; null if that cannot be done.</summary>
    /// <param name="pattern">The glob. It may not begin with <c>..</c>: there is nothing above a path.</param>
    /// <param name="problem">What is wrong with it, a sentence.</param>
    /// <param name="relativeTo">What it is relative to, for messages.</param>
    public static PathGlob? Parse(string pattern, out string problem, string relativeTo = PathPattern.ManifestFolder)
    {
        var parsed = PathPattern.Parse(pattern, isSingleFile: false, out var trouble, relativeTo);
        problem = parsed is null ? trouble.Message : parsed.Up > 0 ? $"{MessageText.Quote(pattern)} leads out of the folder." : "";
        return parsed is { Up: 0 } ? new PathGlob(parsed.Segments) : null;
    }

    /// <summary>Whether the glob matches a path. Not to be called from two threads at once.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    public bool IsMatch(string path)
    {
        var (nodes, next) = (_glob.Start(_work), new List<GlobNode>());
        foreach (var name in path.Split('/'))
        {
            // Dot files and dot folders are never matched, as in a walk.
            if (name.Length == 0 || name[0] == '.')
                return false;
            GlobNode.Step(nodes, name, next, _work);
            (nodes, next) = (next, nodes);
        }

        return nodes.Exists(n => n.Lines.Count > 0);
    }
}

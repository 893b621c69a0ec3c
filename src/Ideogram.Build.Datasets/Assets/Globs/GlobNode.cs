namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>A place in a tree of globs: where they are after some names. Globs that begin alike share their first nodes, so that all lines of a manifest are
/// matched with a name at once.</summary>
internal sealed class GlobNode
{
    private readonly Segment? _segment;
    private readonly int _firstLine;
    private Dictionary<string, GlobNode>? _literals;
    private Dictionary<string, GlobNode>? _wildcards;
    private GlobNode? _anyDepth;
    private List<int>? _lines;
    private int _stamp;
    private long _steps;

    /// <summary>Makes an empty tree.</summary>
    public GlobNode()
    {
    }

    private GlobNode(Segment segment, int firstLine)
    {
        _segment = segment;
        _firstLine = firstLine;
    }

    /// <summary>The lines of the manifest that end here, by number.</summary>
    public IReadOnlyList<int> Lines => _lines ?? (IReadOnlyList<int>)[];

    /// <summary>The exact names that lead on from here; null if other names may, too.</summary>
    public IEnumerable<string>? OnlyNames => IsAnyDepth || _anyDepth is not null || _wildcards is not null ? null : _literals?.Keys
        ?? Enumerable.Empty<string>();

    /// <summary>The lines that match every path below: they end in <c>**/*</c> from here.</summary>
    public IReadOnlyList<int> LinesOfAllBelow =>
        IsAnyDepth && _wildcards is not null && _wildcards.TryGetValue(Segment.AnyName.Text, out var all) ? all.Lines : [];

    private bool IsAnyDepth => _segment?.IsAnyDepth == true;

    private IEnumerable<GlobNode> Children
    {
        get
        {
            var named = (_literals?.Values ?? Enumerable.Empty<GlobNode>()).Concat(_wildcards?.Values ?? Enumerable.Empty<GlobNode>());
            return _anyDepth is null ? named : named.Append(_anyDepth);
        }
    }

    /// <summary>The nodes that globs are at after one more name.</summary>
    /// <param name="nodes">Where they are.</param>
    /// <param name="name">The next name of a path.</param>
    /// <param name="next">Is emptied, and takes the nodes.</param>
    /// <param name="work">Counts.</param>
    /// <exception cref="TooMuchWorkException">It was too much work.</exception>
    public static void Step(List<GlobNode> nodes, string name, List<GlobNode> next, GlobWork work)
    {
        next.Clear();
        var stamp = work.NextStamp;
        foreach (var node in nodes)
        {
            work.Spend(1);
            if (node.IsAnyDepth)
                node.Enter(next, stamp);
            if (node._literals is not null && node._literals.TryGetValue(name, out var literal))
                literal.Enter(next, stamp);
            if (node._wildcards is null)
                continue;

            foreach (var wildcard in node._wildcards)
            {
                var before = work.Steps;
                if (wildcard.Value._segment!.Matches(name, work))
                    wildcard.Value.Enter(next, stamp);
                wildcard.Value._steps += work.Steps - before;
            }
        }
    }

    /// <summary>Adds a glob.</summary>
    /// <param name="pattern">Its parts.</param>
    /// <param name="line">The line's number.</param>
    public void Add(IReadOnlyList<Segment> pattern, int line)
    {
        var node = this;
        foreach (var segment in pattern)
            node = node.Child(segment, line);
        (node._lines ??= []).Add(line);
    }

    /// <summary>The nodes that globs are at before any name.</summary>
    public List<GlobNode> Start(GlobWork work)
    {
        var nodes = new List<GlobNode>();
        Enter(nodes, work.NextStamp);
        return nodes;
    }

    /// <summary>The lines that end here or further on.</summary>
    public IEnumerable<int> AllLines(GlobWork work)
    {
        foreach (var node in All())
        {
            work.Spend(1);
            foreach (var line in node.Lines)
                yield return line;
        }
    }

    /// <summary>The line whose wildcards took the most steps, and how many.</summary>
    public (int Line, long Steps) Costliest() => All().Select(n => (n._firstLine, n._steps)).Aggregate((worst, n) => n._steps > worst._steps ? n : worst);

    // This node and all that follow it.
    private IEnumerable<GlobNode> All()
    {
        var open = new Stack<GlobNode>([this]);
        while (open.Count > 0)
        {
            var node = open.Pop();
            yield return node;
            foreach (var child in node.Children)
                open.Push(child);
        }
    }

    private GlobNode Child(Segment segment, int line)
    {
        if (segment.IsAnyDepth)
            return _anyDepth ??= new GlobNode(segment, line);

        var children = segment.Literal is null
            ? _wildcards ??= new(StringComparer.Ordinal)
            : _literals ??= new(StringComparer.Ordinal);
        if (!children.TryGetValue(segment.Text, out var child))
            children.Add(segment.Text, child = new GlobNode(segment, line));
        return child;
    }

    // Being before "**" is also being after it: it may stand for no folder at all.
    private void Enter(List<GlobNode> nodes, int stamp)
    {
        if (_stamp == stamp)
            return;
        _stamp = stamp;
        nodes.Add(this);
        _anyDepth?.Enter(nodes, stamp);
    }
}

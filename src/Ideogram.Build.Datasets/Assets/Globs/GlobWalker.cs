namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>Walks only the folders that a glob can match in, each once for all globs, never through a link, a dot folder or a submodule's edge
/// unseen.</summary>
/// <param name="folders">Lists the folders.</param>
/// <param name="work">Counts.</param>
internal sealed class GlobWalker(FolderReader folders, GlobWork work)
{
    private readonly List<GlobNode> _next = [];
    private readonly List<int> _lines = [];

    /// <summary>The globs that exclude files. Only files that another glob matches are compared with them.</summary>
    public GlobNode Excludes { get; init; } = new();

    /// <summary>The form in which names are compared with the globs; null for unchanged names.</summary>
    public Func<string, string>? Form { get; init; }

    /// <summary>Which names may be matched at all.</summary>
    public Func<string, bool> Concerns { get; init; } = FileExtensions.IsAsset;

    /// <summary>Receives folders that cannot be read: the path, and the globs that must search it.</summary>
    public Action<string, IEnumerable<GlobNode>> Unreadable { get; init; } = (_, _) => { };

    /// <summary>Finds what globs match below a folder.</summary>
    /// <param name="start">The folder in which the first names are searched.</param>
    /// <param name="prefix">What relative paths begin with: "" or "../".</param>
    /// <param name="includes">The globs.</param>
    /// <param name="found">Takes each file once, with the lines that match it, excludes among them, in their order.</param>
    /// <exception cref="TooMuchWorkException">It was too much work.</exception>
    public void Walk(string start, string prefix, GlobNode includes, Action<GlobMatch, IReadOnlyList<int>> found)
    {
        var open = new Stack<Place>();
        open.Push(new Place(start, prefix, includes.Start(work), Excludes.Start(work), InSubmodule: false));
        while (open.Count > 0)
        {
            var place = open.Pop();
            work.Spend(100);
            if (folders.TryRead(place.Folder) is { } listing)
                Visit(listing, place with { InSubmodule = place.InSubmodule || (place.Prefix != prefix && listing.IsRepository) }, open, found);
            else
                Unreadable(place.Prefix, place.Includes);
        }
    }

    private void Visit(FolderListing listing, Place place, Stack<Place> open, Action<GlobMatch, IReadOnlyList<int>> found)
    {
        foreach (var item in Items(listing, place.Includes))
        {
            work.Spend(1);
            if (item.Name[0] == '.' || !(item.Kind == FolderItemKind.Folder || Concerns(item.Name)))
                continue;

            var name = Form is null ? item.Name : Form(item.Name);
            GlobNode.Step(place.Includes, name, _next, work);
            if (item.Kind == FolderItemKind.Folder && _next.Count > 0)
            {
                var includes = new List<GlobNode>(_next);
                GlobNode.Step(place.Excludes, name, _next, work);
                open.Push(new Place(listing.PathOf(item.Name), place.Prefix + item.Name + "/", includes, [.. _next], place.InSubmodule));
            }
            else if (item.Kind != FolderItemKind.Folder && TakeLines())
            {
                GlobNode.Step(place.Excludes, name, _next, work);
                _ = TakeLines(isFirst: false);
                found(new GlobMatch(listing, item, place.Prefix + item.Name, place.InSubmodule), _lines);
            }
        }
    }

    // Where only exact names lead on, a folder of a hundred thousand files is not looked through.
    private IEnumerable<FolderItem> Items(FolderListing listing, List<GlobNode> nodes) =>
        Form is null && nodes.TrueForAll(n => n.OnlyNames is not null)
            ? nodes.SelectMany(n => n.OnlyNames!).Distinct(StringComparer.Ordinal).Select(listing.Find).OfType<FolderItem>()
            : listing.Items;

    private bool TakeLines(bool isFirst = true)
    {
        if (isFirst)
            _lines.Clear();
        foreach (var node in _next)
        {
            work.Spend(node.Lines.Count);
            _lines.AddRange(node.Lines);
        }

        if (_lines.Count > 1)
            _lines.Sort();
        return _lines.Count > 0;
    }

    private sealed record Place(string Folder, string Prefix, List<GlobNode> Includes, List<GlobNode> Excludes, bool InSubmodule);
}

/// <summary>A file that globs matched.</summary>
internal sealed record GlobMatch(FolderListing Folder, FolderItem Item, string RelativePath, bool InSubmodule);

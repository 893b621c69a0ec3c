namespace Ideogram.Build.Datasets.Assets.Globs;

/// <summary>Walks only the folders that a glob can match in, each once, never through a link, a dot folder or a submodule.</summary>
internal sealed class GlobWalker(FolderReader folders, CancellationToken cancellationToken)
{
    /// <summary>Finds what a glob matches below a folder.</summary>
    /// <param name="start">The folder that the pattern's first name is looked for in.</param>
    /// <param name="prefix">What relative paths begin with: "" or "../".</param>
    /// <param name="pattern">The glob's parts.</param>
    /// <param name="ignoreCase">For suggestions only.</param>
    public GlobMatches Walk(string start, string prefix, IReadOnlyList<Segment> pattern, bool ignoreCase = false)
    {
        var matches = new GlobMatches();
        var stack = new Stack<Place>();
        stack.Push(new Place(start, prefix, GlobStates.Start(pattern), Submodule: null));
        while (stack.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var place = stack.Pop();
            if (folders.TryRead(place.Folder) is { } listing)
                Visit(listing, place);
            else
                matches.Unreadable.Add(place.Prefix);
        }

        return matches;

        void Visit(FolderListing listing, Place place)
        {
            var submodule = place.Submodule ?? (place.Prefix != prefix && listing.IsRepository ? place.Prefix : null);
            foreach (var item in listing.Items)
            {
                if (item.Name[0] == '.')
                    continue;

                var states = GlobStates.Step(place.States, item.Name, pattern, ignoreCase);
                var path = place.Prefix + item.Name;
                if (item.Kind == FolderItemKind.Folder && Array.IndexOf(states, true, 0, pattern.Count) >= 0)
                    stack.Push(new Place(listing.PathOf(item.Name), path + "/", states, submodule));
                else if (item.Kind != FolderItemKind.Folder && states[pattern.Count])
                    Take(new GlobMatch(listing, item, path), submodule);
            }
        }

        void Take(GlobMatch match, string? submodule)
        {
            if (!FileKinds.IsAsset(match.Item.Name))
                matches.PassedOver.Add(match.RelativePath);
            else if (match.Item.Kind == FolderItemKind.Symlink)
                matches.Symlinks.Add(match.RelativePath);
            else if (submodule is not null)
                matches.InSubmodules.Add(match.RelativePath);
            else
                matches.Files.Add(match);
        }
    }

    private sealed record Place(string Folder, string Prefix, bool[] States, string? Submodule);
}

/// <summary>A file that a glob matched.</summary>
internal sealed record GlobMatch(FolderListing Folder, FolderItem Item, string RelativePath);

/// <summary>Everything that a glob matched, by what becomes of it.</summary>
internal sealed class GlobMatches
{
    public List<GlobMatch> Files { get; } = [];

    public List<string> PassedOver { get; } = [];

    public List<string> Symlinks { get; } = [];

    public List<string> InSubmodules { get; } = [];

    public List<string> Unreadable { get; } = [];
}

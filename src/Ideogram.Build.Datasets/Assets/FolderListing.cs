namespace Ideogram.Build.Datasets.Assets;

/// <summary>A folder's content as it was when it was first asked for, sorted by name (ordinal).</summary>
internal sealed class FolderListing
{
    private readonly FolderItem[] _items;

    public FolderListing(string folder, FolderItem[] items)
    {
        Array.Sort(items, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        Folder = folder;
        _items = items;
    }

    /// <summary>Full path of the folder.</summary>
    public string Folder { get; }

    public IReadOnlyList<FolderItem> Items => _items;

    /// <summary>Whether the folder is the top of a repository or submodule.</summary>
    public bool IsRepository => Find(".git") is not null;

    /// <summary>The item with exactly this name, on every operating system.</summary>
    public FolderItem? Find(string name)
    {
        var (low, high) = (0, _items.Length - 1);
        while (low <= high)
        {
            var middle = low + ((high - low) / 2);
            var order = string.CompareOrdinal(_items[middle].Name, name);
            if (order == 0)
                return _items[middle];
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);
}

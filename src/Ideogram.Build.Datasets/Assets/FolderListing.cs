using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>A folder's content when it was first listed, sorted by name (ordinal).</summary>
internal sealed class FolderListing
{
    private static readonly Dictionary<string, byte[]?> NothingUnpacked = new(StringComparer.Ordinal);

    private readonly FolderItem[] _items;
    private readonly Lazy<Dictionary<string, string>> _looseNames;
    private readonly Lazy<ILookup<string, string>> _imagesByStem;
    private readonly Lazy<IReadOnlyList<string>> _loneSidecars;

    public FolderListing(string folder, FolderItem[] items)
    {
        Array.Sort(items, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        Folder = folder;
        _items = items;
        _looseNames = new(() => items.Select(i => i.Name).Where(n => n[0] != '.').GroupBy(NameForm.Loose.Of, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));
        _imagesByStem = new(() => items.Select(i => i.Name).Where(FileExtensions.IsImage).ToLookup(FileExtensions.Stem, StringComparer.Ordinal));
        _loneSidecars = new(() => [.. items.Where(i => i.Kind == FolderItemKind.File && FileExtensions.IsSidecar(i.Name)).Select(i => i.Name)
            .Where(n => !_imagesByStem.Value.Contains(FileExtensions.Stem(n)))]);
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

    /// <summary>A name that looks like this one: another case, or accents written in another way. None that begins with a dot.</summary>
    public string? FindLoosely(string name) => _looseNames.Value.TryGetValue(NameForm.Loose.Of(name), out var other) ? other : null;

    /// <summary>An image whose stem looks like this one.</summary>
    public string? FindImageLoosely(string stem) =>
        ImageFormats.All.SelectMany(f => f.Extensions).Select(e => FindLoosely(stem + e)).FirstOrDefault(n => n is not null);

    /// <summary>The images that have a stem, sorted.</summary>
    public IEnumerable<string> ImagesWithStem(string stem) => _imagesByStem.Value[stem];

    /// <summary>The caption files beside which no image has their stem, sorted.</summary>
    public IReadOnlyList<string> LoneSidecars => _loneSidecars.Value;

    /// <summary>The archive that the folder is in; null for a folder on disk.</summary>
    public string? Archive { get; init; }

    /// <summary>The caption files of a folder in an archive, which are unpacked together with its images; null for one that is too large.</summary>
    public IReadOnlyDictionary<string, byte[]?> Unpacked { get; init; } = NothingUnpacked;

    /// <summary>Full path of the file, or of the archive that holds it.</summary>
    public string PathOf(string name) => Archive ?? Path.Combine(Folder, name);

    /// <summary>A small file's bytes; null if there are more than the bound.</summary>
    /// <exception cref="IOException">It cannot be read, or a link has taken its place since the folder was listed.</exception>
    public byte[]? Read(string name, int maxBytes)
    {
        if (Archive is not null)
            return Unpacked[name];

        var bytes = BoundedFile.Read(PathOf(name), maxBytes);
        return RepositoryRoot.IsLink(PathOf(name)) ? throw new IOException($"{name} became a link.") : bytes;
    }
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Validation.Beside;

/// <summary>A folder that a dataset takes files from.</summary>
internal sealed class TakenFolder
{
    private readonly HashSet<string> _names;

    private TakenFolder(IReadOnlyList<AssetFile> files)
    {
        var first = files[0];
        Listing = first.Folder;
        Prefix = first.RelativePath.Substring(0, first.RelativePath.Length - first.Item.Name.Length);
        Line = first.Source.Position;
        _names = new HashSet<string>(files.Select(f => f.Item.Name), StringComparer.Ordinal);
    }

    /// <summary>What the folder holds.</summary>
    public FolderListing Listing { get; }

    /// <summary>What relative paths of its files begin with: "" or "photos/".</summary>
    public string Prefix { get; }

    /// <summary>The manifest's line that names the first of the files.</summary>
    public Position Line { get; }

    /// <summary>How many files the dataset takes.</summary>
    public int Count => _names.Count;

    /// <summary>The folders of a dataset's files, in the order of their paths, without those that builds write to.</summary>
    public static IReadOnlyList<TakenFolder> Of(IEnumerable<AssetFile> files) =>
        [.. files.GroupBy(f => f.Folder).Select(g => new TakenFolder([.. g])).Where(f => !BuildFolders.IsIn(f.Prefix))];

    /// <summary>Whether the dataset takes a file.</summary>
    public bool Takes(string name) => _names.Contains(name);
}

using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Validation.Beside;

/// <summary>A folder with images that have no caption.</summary>
/// <param name="folder">The folder.</param>
/// <param name="names">The names of those images.</param>
internal sealed class UncaptionedFolder(TakenFolder folder, IReadOnlyCollection<string> names)
{
    /// <summary>The folder.</summary>
    public TakenFolder Folder => folder;

    /// <summary>How many images have no caption.</summary>
    public int Count => names.Count;

    /// <summary>The stems of those images.</summary>
    public HashSet<string> Stems { get; } = new(names.Select(FileExtensions.Stem), StringComparer.Ordinal);

    /// <summary>The folders in which images have none.</summary>
    public static IReadOnlyList<UncaptionedFolder> Of(IReadOnlyList<TakenFolder> folders, IEnumerable<Asset> assets)
    {
        var uncaptioned = assets.Where(a => a.Caption is null && a.Entry is null)
            .ToLookup(a => Path.GetDirectoryName(a.File)!, a => Path.GetFileName(a.File), StringComparer.Ordinal);
        return uncaptioned.Count == 0 ? []
            : [.. folders.Where(f => uncaptioned.Contains(f.Listing.Folder)).Select(f => new UncaptionedFolder(f, [.. uncaptioned[f.Listing.Folder]]))];
    }
}

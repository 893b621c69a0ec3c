using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>A file that a manifest's <c>images</c> came down to: an image or an archive.</summary>
/// <param name="Folder">The listing of its folder, in which sidecars are searched.</param>
/// <param name="Item">Name, size and time.</param>
/// <param name="RelativePath">The path relative to the manifest.</param>
/// <param name="Source">The line of the manifest that named it: an object's line, or the last glob's.</param>
internal sealed record AssetFile(FolderListing Folder, FolderItem Item, string RelativePath, ImageEntry Source)
{
    /// <summary>The name inside an archive; null for a file of its own.</summary>
    public string? Entry { get; init; }

    /// <summary>Full path of the file, or of the archive that holds it.</summary>
    public string FullPath => Folder.PathOf(Item.Name);
}

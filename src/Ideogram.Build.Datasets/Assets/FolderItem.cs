namespace Ideogram.Build.Datasets.Assets;

/// <summary>What a folder holds under one name. A class, because .NET has the code of its collections of classes compiled already, and of our structs not.
/// Sizes and times are read only for files whose extension matters to a dataset.</summary>
internal sealed record FolderItem(string Name, FolderItemKind Kind, long Length, long ModifiedTicks);

internal enum FolderItemKind
{
    File,
    Folder,
    Symlink,
}

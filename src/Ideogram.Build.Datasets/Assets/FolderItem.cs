namespace Ideogram.Build.Datasets.Assets;

/// <summary>What a folder holds under one name. Sizes and times are read only for files whose extension matters to a dataset.</summary>
internal readonly record struct FolderItem(string Name, FolderItemKind Kind, long Length, long ModifiedTicks);

internal enum FolderItemKind
{
    File,
    Folder,
    Symlink,
}

using System.Collections.Concurrent;
#if !NETFRAMEWORK
using System.IO.Enumeration;
#endif

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Lists each folder once. Names come from the listing, so that case counts on every operating system and links are seen before they are
/// followed.</summary>
/// <param name="shared">Where listings come from that another reader may need too; null to list folders itself.</param>
internal sealed class FolderReader(FolderReader? shared = null)
{
    private readonly ConcurrentDictionary<string, Lazy<FolderListing?>> _listings = new(StringComparer.Ordinal);

    /// <summary>Full paths of the folders that were listed.</summary>
    public IEnumerable<string> Folders => _listings.Keys;

    /// <summary>The listing of a folder that was asked for before; null for others.</summary>
    public FolderListing? Known(string folder) => _listings.TryGetValue(folder, out var listing) ? listing.Value : null;

    /// <summary>The folder's listing; null if it cannot be read.</summary>
    public FolderListing? TryRead(string folder) =>
        _listings.GetOrAdd(folder, f => new Lazy<FolderListing?>(() => shared is null ? List(f) : shared.TryRead(f))).Value;

    private static FolderListing? List(string folder)
    {
        try
        {
            return new FolderListing(folder, Items(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException)
        {
            return null;
        }
    }

    private static bool Matters(string name) => FileExtensions.IsAsset(name) || FileExtensions.IsSidecar(name);

#if NETFRAMEWORK
    private static FolderItem[] Items(string folder) => [.. new DirectoryInfo(folder).EnumerateFileSystemInfos().Select(i =>
    {
        if (i.Attributes.HasFlag(FileAttributes.ReparsePoint))
            return new FolderItem(i.Name, FolderItemKind.Symlink, 0, 0);
        return i is FileInfo file && Matters(i.Name)
            ? new FolderItem(i.Name, FolderItemKind.File, file.Length, file.LastWriteTimeUtc.Ticks)
            : new FolderItem(i.Name, i is FileInfo ? FolderItemKind.File : FolderItemKind.Folder, 0, 0);
    })];
#else
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false,
        ReturnSpecialDirectories = false };

    private static FolderItem[] Items(string folder) => [.. new FileSystemEnumerable<FolderItem>(folder, Item, Everything)];

    private static FolderItem Item(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            return new FolderItem(name, FolderItemKind.Symlink, 0, 0);
        if (entry.IsDirectory)
            return new FolderItem(name, FolderItemKind.Folder, 0, 0);
        return Matters(name)
            ? new FolderItem(name, FolderItemKind.File, entry.Length, entry.LastWriteTimeUtc.UtcTicks)
            : new FolderItem(name, FolderItemKind.File, 0, 0);
    }
#endif
}

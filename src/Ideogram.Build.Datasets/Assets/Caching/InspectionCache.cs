using System.Collections.Concurrent;
using Ideogram.Build.Datasets.Assets.Inspection;

namespace Ideogram.Build.Datasets.Assets.Caching;

/// <summary>Remembers one manifest's inspected images between builds, by path, size and time. Safe for several threads.</summary>
internal sealed class InspectionCache
{
    private readonly string _file;
    private readonly long _now;
    private readonly Dictionary<string, CacheEntry> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, CacheEntry> _used = new(StringComparer.Ordinal);
    private readonly ComparisonEntry? _knownComparison;
    private ComparisonEntry? _comparison;
    private int _added;

    private InspectionCache(string file, long now)
    {
        _file = file;
        _now = now;
        var content = CacheFile.Read(file);
        foreach (var entry in content.Entries)
            _known[entry.Path] = entry;
        _comparison = _knownComparison = content.Comparison;
    }

    /// <summary>Opens the manifest's cache in a folder.</summary>
    /// <param name="folder">Full path of an existing folder.</param>
    /// <param name="manifestPath">Full path of the manifest.</param>
    /// <param name="now">The file system's time before any image is read, in ticks.</param>
    public static InspectionCache Open(string folder, string manifestPath, long now) =>
        new(Path.Combine(folder, CacheFolder.FileNameFor(manifestPath)), now);

    /// <summary>What is remembered of an image; null for nothing.</summary>
    /// <param name="path">The image's path.</param>
    /// <param name="item">Its size and time.</param>
    /// <param name="withLook">Whether what it looks like must be known too.</param>
    public ImageInspection? Find(string path, FolderItem item, bool withLook)
    {
        if (!_known.TryGetValue(path, out var entry) || entry.Length != item.Length || entry.ModifiedTicks != item.ModifiedTicks
            || (withLook && entry.Inspection.Image!.Look is null))
            return null;
        _used[path] = entry;
        return entry.Inspection;
    }

    public void Add(string path, FolderItem item, ImageInspection inspection)
    {
        // A file that cannot be used is inspected again, because it will probably change.
        if (inspection.Image is null || item.ModifiedTicks + FileSystemClock.Granularity.Ticks > _now)
            return;
        _used[path] = new CacheEntry(path, item.Length, item.ModifiedTicks, inspection);
        Interlocked.Increment(ref _added);
    }

    /// <summary>What a comparison of the manifest's images found; it is made only if it is not remembered.</summary>
    /// <param name="key">Tells which images are compared.</param>
    /// <param name="compare">Compares them.</param>
    public IReadOnlyList<(int First, int Second)> Compare(string key, Func<IReadOnlyList<(int First, int Second)>> compare)
    {
        var comparison = _comparison;
        if (comparison?.Key != key)
            _comparison = comparison = new ComparisonEntry(key, compare());
        return comparison.Pairs;
    }

    /// <summary>Writes what this run used, if it differs from what was there.</summary>
    public bool Save()
    {
        if (_added == 0 && _used.Count == _known.Count && _comparison == _knownComparison)
            return false;
        CacheFile.Write(_file, new CacheContent([.. _used.Values.OrderBy(e => e.Path, StringComparer.Ordinal)], _comparison));
        return true;
    }
}

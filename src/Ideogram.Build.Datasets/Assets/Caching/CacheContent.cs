namespace Ideogram.Build.Datasets.Assets.Caching;

/// <summary>What a cache file remembers of a manifest.</summary>
/// <param name="Entries">Its images.</param>
/// <param name="Comparison">The last comparison of them with each other; null if there was none.</param>
internal sealed record CacheContent(IReadOnlyCollection<CacheEntry> Entries, ComparisonEntry? Comparison)
{
    public static CacheContent Empty { get; } = new([], null);

    public static CacheContent Read(BinaryReader reader)
    {
        var entries = new List<CacheEntry>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            entries.Add(CacheEntry.Read(reader));
        return new CacheContent(entries, reader.ReadBoolean() ? ComparisonEntry.Read(reader) : null);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Entries.Count);
        foreach (var entry in Entries)
            entry.Write(writer);
        writer.Write(Comparison is not null);
        Comparison?.Write(writer);
    }
}

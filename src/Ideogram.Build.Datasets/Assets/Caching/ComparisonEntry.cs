namespace Ideogram.Build.Datasets.Assets.Caching;

/// <summary>What a comparison of images with each other found.</summary>
/// <param name="Key">Tells which images were compared.</param>
/// <param name="Pairs">Those of them that are nearly the same, by their places among them.</param>
internal sealed record ComparisonEntry(string Key, IReadOnlyList<(int First, int Second)> Pairs)
{
    public static ComparisonEntry Read(BinaryReader reader)
    {
        var key = reader.ReadString();
        var pairs = new List<(int, int)>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            pairs.Add((reader.ReadInt32(), reader.ReadInt32()));
        return new ComparisonEntry(key, pairs);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Key);
        writer.Write(Pairs.Count);
        foreach (var (first, second) in Pairs)
        {
            writer.Write(first);
            writer.Write(second);
        }
    }
}

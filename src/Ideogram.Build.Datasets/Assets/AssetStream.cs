namespace Ideogram.Build.Datasets.Assets;

internal static class AssetStream
{
    public static Stream Open(string file, string? entry) =>
        entry is null ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan) : throw new NotSupportedException(entry);
}

using Ideogram.Build.Datasets.Assets.Archives;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Opens what is to be read once, from start to end.</summary>
internal static class AssetStream
{
    private const int ArchiveBuffer = 16_384;

    /// <summary>A file's bytes, or the unpacked bytes of an archive's entry.</summary>
    /// <exception cref="IOException">The file or the entry is gone or cannot be read.</exception>
    public static Stream Open(string file, string? entry) => entry is null ? FileReader.Open(file, 1) : OpenEntry(file, entry);

    /// <summary>An archive, for reading here and there.</summary>
    public static FileStream OpenArchive(string file) => FileReader.Open(file, ArchiveBuffer);

    private static ZipEntryStream OpenEntry(string file, string entry)
    {
        var archive = OpenArchive(file);
        try
        {
            var item = ZipDirectory.Read(archive).FirstOrDefault(i => i.Name == entry)
                ?? throw new FileNotFoundException($"The archive has no entry {entry}.", file);
            return new ZipEntryStream(archive, item, ownsArchive: true);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }
}

using System.IO.Compression;

namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>Unpacks a ZIP into files of the upload, within bounds that an archive's own numbers cannot lift.</summary>
internal static class Archive
{
    private const int MaxEntries = 1000;
    private const long MaxUnpackedBytes = 1_000_000_000;

    /// <summary>The files inside; null when the archive is broken, empty, nested or unpacks to too much.</summary>
    public static async Task<IReadOnlyList<ReceivedFile>?> UnpackAsync(ReceivedFile archive, string folder, long maxFileBytes,
        CancellationToken cancellationToken)
    {
        try
        {
            using var zip = await ZipFile.OpenReadAsync(archive.Path, cancellationToken);
            var entries = zip.Entries.Where(IsFile).ToList();
            if (entries.Count is 0 or > MaxEntries || entries.Exists(entry => entry.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)))
                return null;

            var files = new List<ReceivedFile>();
            var left = MaxUnpackedBytes;
            foreach (var entry in entries)
            {
                await using var content = await entry.OpenAsync(cancellationToken);
                var file = await ReceivedFile.SaveAsync(entry.FullName, content, folder, Math.Min(maxFileBytes, left), cancellationToken);
                files.Add(file);
                left -= file.Bytes;
                if (left < 0)
                    return null;
            }

            return files;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return null;
        }
    }

    // Finder and Explorer leave these in archives.
    private static bool IsFile(ZipArchiveEntry entry) =>
        entry.Name.Length > 0
        && entry.Name[0] != '.'
        && entry.Name != "Thumbs.db"
        && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);
}

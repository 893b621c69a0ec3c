using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Assets.Caching;

/// <summary>
/// The time as the file system tells it, which may be another machine's. A file that was written at most <see cref="Granularity"/> before it was read could be
/// written again without a new time: like git's index, the cache does not believe such a time.
/// </summary>
internal static class FileSystemClock
{
    /// <summary>FAT counts in two seconds; everything else is finer.</summary>
    public static readonly TimeSpan Granularity = TimeSpan.FromSeconds(2);

    /// <summary>The time of a file made just now in the folder, in ticks (UTC).</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static long Read(string folder) => FileWriter.Probe(folder).Ticks;
}

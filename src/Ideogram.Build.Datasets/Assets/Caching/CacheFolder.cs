using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Assets.Caching;

/// <summary>The folder that holds one cache file per manifest.</summary>
internal sealed class CacheFolder
{
    private const string Extension = ".ideogram-cache";

    // An unused manifest costs one full inspection after this time; entries of deleted manifests do not stay for ever.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(60);

    private readonly string _folder;
    private readonly long _now;

    private CacheFolder(string folder, long now)
    {
        _folder = folder;
        _now = now;
    }

    /// <summary>Opens the folder; null if it cannot be made or written to, and then nothing is remembered.</summary>
    public static CacheFolder? Open(string? folder)
    {
        if (folder is null)
            return null;
        try
        {
            FileWriter.MakeFolder(folder);
            return new CacheFolder(folder, FileSystemClock.Read(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    public static string FileNameFor(string manifestPath)
    {
        var path = Encoding.UTF8.GetBytes(manifestPath);
        return string.Concat(CacheFile.Hash(path, path.Length).Take(16).Select(b => b.ToString("x2", CultureInfo.InvariantCulture))) + Extension;
    }

    public InspectionCache For(string manifestPath) => InspectionCache.Open(_folder, manifestPath, _now);

    /// <summary>Removes what no build has written for long.</summary>
    public void Sweep()
    {
        try
        {
            foreach (var file in new DirectoryInfo(_folder).EnumerateFiles())
            {
                var isOurs = file.Name.EndsWith(Extension, StringComparison.Ordinal) || file.Name.EndsWith(".tmp", StringComparison.Ordinal);
                if (isOurs && file.LastWriteTimeUtc.Ticks < _now - Oldest.Ticks)
                    file.Delete();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next build tries again.
        }
    }
}

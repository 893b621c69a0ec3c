using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Assets.Caching;

/// <summary>
/// One manifest's entries on disk: version, entries, SHA-256 of both. Written whole and moved into place, so that a parallel build reads the old or the new
/// one; any file that is not whole or has another version is ignored.
/// </summary>
internal static class CacheFile
{
    private const int MaxBytes = 4_000_000;
    private const int HashSize = 32;

    // Another build of this assembly may find something else in the same bytes.
    private static readonly byte[] Version = typeof(CacheFile).Module.ModuleVersionId.ToByteArray();

    public static IReadOnlyList<CacheEntry> Read(string file)
    {
        try
        {
            return File.Exists(file) && BoundedFile.Read(file, MaxBytes) is { } bytes && IsWhole(bytes) ? ReadEntries(bytes) : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Writes the file if it can: what is not in it is inspected again.</summary>
    public static void Write(string file, IEnumerable<CacheEntry> entries)
    {
        try
        {
            FileWriter.Replace(file, Bytes(entries));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next build inspects the images again.
        }
    }

    private static bool IsWhole(byte[] bytes)
    {
        if (bytes.Length < Version.Length + HashSize || !bytes.AsSpan(0, Version.Length).SequenceEqual(Version))
            return false;
        return bytes.AsSpan(bytes.Length - HashSize).SequenceEqual(Hash(bytes, bytes.Length - HashSize));
    }

    private static List<CacheEntry> ReadEntries(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, Version.Length, bytes.Length - Version.Length - HashSize), Encoding.UTF8);
        var entries = new List<CacheEntry>();
        for (var left = reader.ReadInt32(); left > 0; left--)
            entries.Add(CacheEntry.Read(reader));
        return entries;
    }

    private static byte[] Bytes(IEnumerable<CacheEntry> entries)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            var all = entries.ToList();
            writer.Write(Version);
            writer.Write(all.Count);
            foreach (var entry in all)
                entry.Write(writer);
        }

        var bytes = memory.ToArray();
        return [.. bytes, .. Hash(bytes, bytes.Length)];
    }

    public static byte[] Hash(byte[] bytes, int length)
    {
#if NETFRAMEWORK
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes, 0, length);
#else
        return SHA256.HashData(bytes.AsSpan(0, length));
#endif
    }
}

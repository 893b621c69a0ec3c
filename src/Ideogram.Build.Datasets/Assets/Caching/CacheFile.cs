using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Assets.Caching;

/// <summary>
/// What is remembered of one manifest, on disk: version, content, SHA-256 of both. Written whole and moved into place, so that a parallel build reads the
/// old or the new one; any file that is not whole or has another version is ignored.
/// </summary>
internal static class CacheFile
{
    private const int MaxBytes = 4_000_000;
    private const int HashSize = 32;

    // Another build of this assembly may find something else in the same bytes.
    private static readonly byte[] Version = typeof(CacheFile).Module.ModuleVersionId.ToByteArray();

    public static CacheContent Read(string file)
    {
        try
        {
            return File.Exists(file) && BoundedFile.Read(file, MaxBytes) is { } bytes && IsWhole(bytes) ? ReadContent(bytes) : CacheContent.Empty;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or ArgumentException)
        {
            return CacheContent.Empty;
        }
    }

    /// <summary>Writes the file if it can: what is not in it is inspected again.</summary>
    public static void Write(string file, CacheContent content)
    {
        try
        {
            FileWriter.Replace(file, Bytes(content));
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

    private static CacheContent ReadContent(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, Version.Length, bytes.Length - Version.Length - HashSize), Encoding.UTF8);
        return CacheContent.Read(reader);
    }

    private static byte[] Bytes(CacheContent content)
    {
        using var memory = new MemoryStream();
        using (var writer = new BinaryWriter(memory, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            content.Write(writer);
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

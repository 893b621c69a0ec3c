using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>Git's hashes of files, computed here so that no image must be fetched.</summary>
internal static class GitHash
{
    /// <summary>The hash that git gives a file with these bytes.</summary>
    /// <param name="bytes">The file, read to its end.</param>
    /// <param name="length">Its length in bytes.</param>
    public static string Compute(Stream bytes, long length)
    {
#pragma warning disable CA5350 // Git's object names are SHA-1; nothing here trusts them beyond "the same file".
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
#pragma warning restore CA5350
        sha.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {length}\0")));
        var buffer = new byte[81920];
        for (int read; (read = bytes.Read(buffer)) > 0;)
            sha.AppendData(buffer.AsSpan(0, read));
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    public static string Compute(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return Compute(stream, bytes.Length);
    }

    /// <summary>The hash of the pointer that Git LFS commits in place of a file.</summary>
    /// <param name="sha256">The file's SHA-256, lower-case hex.</param>
    /// <param name="bytes">Its size.</param>
    public static string OfLfsPointer(string sha256, long bytes) =>
        Compute(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"version https://git-lfs.github.com/spec/v1\noid "
            + $"sha256:{sha256}\nsize {bytes}\n")));
}

using System.Security.Cryptography;
using System.Text;

namespace Ideogram.Build.Datasets.Files;

/// <summary>Git's hashes of files, computed here so that no image must be fetched.</summary>
public static class GitHash
{
    /// <summary>The hash that git gives a file with these bytes.</summary>
    /// <param name="bytes">The file, read to its end and closed.</param>
    /// <param name="length">Its length in bytes.</param>
    public static string Compute(Stream bytes, long length)
    {
        using var blob = new GitBlobStream(bytes, length);
        var buffer = new byte[81_920];
        while (blob.Read(buffer, 0, buffer.Length) > 0)
        {
        }

        return blob.Sha1();
    }

    /// <summary>The hash that git gives a file with these bytes.</summary>
    /// <param name="bytes">The file.</param>
    public static string Compute(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        return Compute(stream, bytes.Length);
    }

    /// <summary>The hash of the pointer that Git LFS commits in place of a file.</summary>
    /// <param name="sha256">The file's SHA-256, lower-case hex.</param>
    /// <param name="bytes">Its size.</param>
    public static string OfLfsPointer(string sha256, long bytes) => Compute(Encoding.ASCII.GetBytes(
        FormattableString.Invariant($"version https://git-lfs.github.com/spec/v1\noid sha256:{sha256}\nsize {bytes}\n")));

    /// <summary>Whether a checkout of git's file is this text: its bytes, with line ends that git may have turned, or what a pointer of Git LFS stands
    /// for.</summary>
    /// <param name="bytes">The text.</param>
    /// <param name="sha">Git's hash of a file.</param>
    public static bool IsOfText(byte[] bytes, string sha)
    {
        if (Compute(bytes) == sha || Compute([.. bytes.Where((b, i) => b != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n')]) == sha)
            return true;
        using var stream = new MemoryStream(bytes, writable: false);
        return OfLfsPointer(Sha256(stream), bytes.Length) == sha;
    }

    /// <summary>The SHA-256 of a file, read to its end.</summary>
    /// <param name="bytes">The file.</param>
    internal static string Sha256(Stream bytes)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        for (int read; (read = bytes.Read(buffer, 0, buffer.Length)) > 0;)
            sha.AppendData(buffer, 0, read);
        return Hex(sha.GetHashAndReset());
    }

    internal static string Hex(byte[] hash) => string.Concat(hash.Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
}

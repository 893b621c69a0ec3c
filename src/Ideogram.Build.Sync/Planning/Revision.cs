using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Sync.Planning;

/// <summary><c>update: revision</c>: another set of images and captions is another dataset, named by the set.</summary>
public static class Revision
{
    /// <summary>The digest of a set of images with their captions: 64 lower-case hex digits, the same for any order and any paths.</summary>
    /// <param name="assets">The set.</param>
    public static string Digest(IEnumerable<Asset> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Lengths make the parts unambiguous: no caption can look like the next image.
        foreach (var line in assets.Select(Line).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            hash.AppendData(Encoding.UTF8.GetBytes($"{line.Length}:{line}\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The name of the revision's dataset: <c>&lt;name&gt; r-&lt;8 hex&gt;</c>.</summary>
    /// <param name="name">The manifest's name.</param>
    /// <param name="digest">The set's digest.</param>
    public static string Name(string name, string digest) => $"{name} {Tag(digest)}";

    /// <summary>The part of the name that the dataset is searched by.</summary>
    /// <param name="digest">The set's digest.</param>
    public static string Tag(string digest) => $"r-{digest[..8]}";

    private static string Line(Asset asset) => $"{asset.Image.Sha256} {asset.Caption?.Kind} {asset.Caption?.Text.Trim()}";
}

using System.Collections.Concurrent;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>What inspected images would be called in git, by their full paths: computed in the pass that inspects them.</summary>
/// <param name="committedBytes">The size that the commit has of a file, by its full path; null where nobody says it.</param>
internal sealed class BlobHashes(Func<string, long?> committedBytes)
{
    private readonly ConcurrentDictionary<string, BlobHash> _all = new(StringComparer.Ordinal);

    public void Add(string file, BlobHash hash) => _all[file] = hash;

    /// <summary>Whether a file of a length can be the commit's blob. A file that Git LFS keeps cannot: its pointer has SHA-256.</summary>
    public bool CanBeBlob(string file, long length) => committedBytes(file) is not { } bytes || bytes == length;

    public BlobHash? Find(string file) => _all.TryGetValue(file, out var hash) ? hash : null;
}

/// <summary>The hashes of a file's bytes.</summary>
/// <param name="Sha1">As git computes it; null if the file's size alone says that it is not the commit's blob.</param>
/// <param name="Sha256">As Git LFS computes it.</param>
/// <param name="Bytes">The size.</param>
internal sealed record BlobHash(string? Sha1, string Sha256, long Bytes);

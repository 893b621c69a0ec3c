using System.Collections.Concurrent;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>What inspected images would be called in git, by their full paths: computed in the pass that inspects them.</summary>
internal sealed class BlobHashes
{
    private readonly ConcurrentDictionary<string, BlobHash> _all = new(StringComparer.Ordinal);

    public void Add(string file, BlobHash hash) => _all[file] = hash;

    public BlobHash? Find(string file) => _all.TryGetValue(file, out var hash) ? hash : null;
}

/// <summary>The hashes of a file's bytes.</summary>
/// <param name="Sha1">As git computes it.</param>
/// <param name="Sha256">As Git LFS computes it.</param>
/// <param name="Bytes">The size.</param>
internal sealed record BlobHash(string Sha1, string Sha256, long Bytes);

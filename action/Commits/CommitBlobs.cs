using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Commits;

/// <summary>Small files of commits. What the checkout holds unchanged costs no request, and nothing is asked for twice.</summary>
/// <param name="commits">The repository.</param>
/// <param name="root">Full path of the checkout's top.</param>
internal sealed class CommitBlobs(ICommits commits, string root)
{
    private readonly Dictionary<string, byte[]> _asked = new(StringComparer.Ordinal);

    /// <summary>The most files that GitHub is asked for.</summary>
    public int MaxRequests { get; init; } = int.MaxValue;

    /// <summary>The bytes of a file, and whether the checkout has the same; null if the commit has no such file, it is too large, or too many were asked
    /// for.</summary>
    /// <param name="tree">The commit's files.</param>
    /// <param name="path">The path from the repository's top.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<(byte[] Bytes, bool IsSame)?> ReadAsync(GitTree tree, string path, CancellationToken cancellationToken)
    {
        if (!tree.Files.TryGetValue(path, out var former) || former.Bytes > CommittedTable.MaxBytes)
            return null;
        var file = Path.Combine(root, path);
        if (PathBounds.FindLink(root, file) is null && File.Exists(file) && new FileInfo(file).Length <= CommittedTable.MaxBytes)
        {
            var bytes = await File.ReadAllBytesAsync(file, cancellationToken);
            if (GitHash.IsOfText(bytes, former.Sha))
                return (bytes, IsSame: true);
        }

        if (_asked.TryGetValue(former.Sha, out var known))
            return (known, IsSame: false);
        if (_asked.Count >= MaxRequests)
            return null;
        return (_asked[former.Sha] = await commits.BlobAsync(former.Sha, cancellationToken), IsSame: false);
    }
}

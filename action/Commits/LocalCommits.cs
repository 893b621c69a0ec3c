using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Datasets.Processes;

namespace Ideogram.Build.Cli.Commits;

/// <summary>The commits of the repository on this machine. Nothing is fetched.</summary>
/// <param name="git">The repository.</param>
internal sealed class LocalCommits(GitCommits git) : ICommits
{
    private const int MaxFiles = 1_000_000;
    private const int MaxBytes = 10_000_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>The repository's commits; null if this machine has no git.</summary>
    /// <param name="root">Full path of the repository's top.</param>
    public static LocalCommits? Open(string root) => GitCommits.Open(root, Timeout) is { } git ? new LocalCommits(git) : null;

    /// <summary>The commit that a pull request from this checkout would be compared with: the newest that it has in common with the branch that merges go
    /// to. Null if there is none.</summary>
    /// <param name="top">The repository.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public string? Base(GitTop top, CancellationToken cancellationToken)
    {
        var branch = top.DefaultBranch;
        return git.CommonWith($"refs/remotes/origin/{branch}", cancellationToken) ?? git.CommonWith($"refs/heads/{branch}", cancellationToken);
    }

    public Task<GitTree> TreeAsync(string commit, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, GitFile>(StringComparer.Ordinal);
        var isTruncated = false;
        var refusal = git.List(commit, Take, cancellationToken);
        return refusal is null ? Task.FromResult(new GitTree(files, isTruncated)) : throw new IOException(refusal);

        void Take(string path, string sha, long bytes)
        {
            if (files.Count < MaxFiles)
                files[path] = new GitFile(path, sha, bytes);
            else
                isTruncated = true;
        }
    }

    // What Git LFS keeps counts as a checkout has it, if it is here.
    public Task<byte[]> BlobAsync(string sha, CancellationToken cancellationToken) =>
        (git.ReadContent(sha, MaxBytes, cancellationToken) ?? git.Read(sha, MaxBytes, cancellationToken)) is { } bytes
            ? Task.FromResult(bytes)
            : throw new IOException($"git does not have {sha} here.");

    /// <summary>The bytes of an image as a checkout has them; null if they are not here, or there are more.</summary>
    /// <param name="file">A file of a commit.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public byte[]? Content(GitFile file, int maxBytes, CancellationToken cancellationToken) =>
        file.Bytes > maxBytes ? null : git.ReadContent(file.Sha, maxBytes, cancellationToken);
}

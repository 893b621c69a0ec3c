namespace Ideogram.Build.Cli.Commits;

/// <summary>The commits of one repository: as GitHub has them, or git on this machine.</summary>
internal interface ICommits
{
    /// <summary>Every file of a commit.</summary>
    Task<GitTree> TreeAsync(string commit, CancellationToken cancellationToken);

    /// <summary>The bytes of a small file.</summary>
    Task<byte[]> BlobAsync(string sha, CancellationToken cancellationToken);
}

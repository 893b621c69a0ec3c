namespace Ideogram.Build.Cli.Commits;

/// <summary>The files of a commit.</summary>
/// <param name="Files">By path from the repository's top, with <c>/</c>. Links and submodules are left out.</param>
/// <param name="IsTruncated">GitHub gave only a part of it.</param>
internal sealed record GitTree(IReadOnlyDictionary<string, GitFile> Files, bool IsTruncated)
{
    /// <summary>The paths of submodules.</summary>
    public IReadOnlyList<string> Submodules { get; init; } = [];

    /// <summary>The folders, by path: their own trees' hashes.</summary>
    public IReadOnlyDictionary<string, string> Folders { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>A file of a commit.</summary>
/// <param name="Path">The path from the repository's top.</param>
/// <param name="Sha">Git's hash of its bytes, 40 lower-case hex digits.</param>
/// <param name="Bytes">Its size in git: for a Git LFS file, the pointer's. Below 0 if it is not known.</param>
internal sealed record GitFile(string Path, string Sha, long Bytes);

namespace Ideogram.Build.Datasets.Files;

/// <summary>Something that git or a commit holds at a path, whatever the folder has there.</summary>
/// <param name="Path">From the repository's top, with <c>/</c>; for <see cref="HeldKind.Folder"/> it ends with <c>/</c>.</param>
/// <param name="Kind">What it is.</param>
public sealed record HeldFile(string Path, HeldKind Kind)
{
    /// <summary>Git's hash of its bytes; null where nobody says it.</summary>
    public string? Sha { get; init; }

    /// <summary>The size of its bytes in git; null where nobody says it. An LFS pointer is smaller than the file that it stands for.</summary>
    public long? Bytes { get; init; }

    /// <summary>Why the folder does not have it, if it does not.</summary>
    public LeftOut LeftOut { get; init; }
}

/// <summary>What git holds at a path.</summary>
public enum HeldKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A symbolic link.</summary>
    Link,

    /// <summary>The commit of another repository.</summary>
    Submodule,

    /// <summary>A folder of which git did not name the files.</summary>
    Folder,
}

/// <summary>Why a checkout lacks a file that git or the commit holds.</summary>
public enum LeftOut
{
    /// <summary>Nothing says it.</summary>
    Unknown,

    /// <summary>git was told not to write it (<c>skip-worktree</c>), as sparse-checkout does.</summary>
    Skipped,

    /// <summary>git was told not to look whether it is still there (<c>assume-unchanged</c>).</summary>
    AssumedUnchanged,

    /// <summary>It was deleted, and git was not told.</summary>
    Deleted,
}

namespace Ideogram.Build.Datasets.Files;

/// <summary>Finds the folder that no path of a manifest may leave.</summary>
public static class RepositoryRoot
{
    /// <summary>
    /// The nearest folder at or above <paramref name="folder"/> that holds <c>.git</c> (a folder, or a file in a worktree or submodule); without one, the
    /// folder itself. A top that is reached over a symbolic link inside a further repository does not count: the link would carry the manifest out of that
    /// repository.
    /// </summary>
    /// <param name="folder">Full path of a folder, which need not be there.</param>
    public static string Find(string folder)
    {
        string? root = null;
        var overLink = false;
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            if (HasGit(at) && (root is null || overLink))
            {
                root = at;
                overLink = false;
            }

            overLink |= root is not null && IsLink(at);
        }

        return root ?? folder;
    }

    /// <summary>Whether a symbolic link, a junction or another reparse point has this name, wherever it aims; also one that aims at nothing.</summary>
    /// <param name="path">Full path.</param>
    public static bool IsLink(string path)
    {
        try
        {
            return File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Whether the folder is the top of a repository, a worktree or a submodule.</summary>
    public static bool HasGit(string folder)
    {
        var git = Path.Combine(folder, ".git");
        return Directory.Exists(git) || File.Exists(git);
    }
}

namespace Ideogram.Build.Datasets.Files;

/// <summary>Finds the folder that no path of a manifest may leave.</summary>
public static class RepositoryRoot
{
    /// <summary>The top of the repository that a folder is in; without a repository, the folder itself.</summary>
    /// <param name="folder">Full path of a folder, which need not exist.</param>
    public static string Find(string folder) => FindTop(folder) ?? folder;

    /// <summary>
    /// The nearest folder at or above <paramref name="folder"/> that holds <c>.git</c> (a folder, or a file in a worktree or submodule); null without one. A
    /// top that is reached over a symbolic link inside a further repository does not count: the link would carry the manifest out of that repository.
    /// </summary>
    /// <param name="folder">Full path of a folder, which need not exist.</param>
    /// <param name="within">Full path of a folder above it that the search does not leave; null for none.</param>
    public static string? FindTop(string folder, string? within = null)
    {
        string? top = null;
        var overLink = false;
        for (var at = folder; at is not null && (within is null || PathBounds.IsInside(within, at)); at = Path.GetDirectoryName(at))
        {
            if (HasGit(at) && (top is null || overLink))
            {
                top = at;
                overLink = false;
            }

            overLink |= top is not null && IsLink(at);
        }

        return top;
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

    /// <summary>Full path of one of git's own files; in a further work tree git keeps them elsewhere.</summary>
    internal static string GitFile(string folder, string name) => Path.Combine(folder, ".git", name);
}

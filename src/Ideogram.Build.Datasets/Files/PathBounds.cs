namespace Ideogram.Build.Datasets.Files;

/// <summary>Whether a path stays in a folder, by its name and on the disk.</summary>
public static class PathBounds
{
    /// <summary>Whether the path is the folder or lies below it, as far as its name says.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="path">Full path, without <c>..</c> in it.</param>
    public static bool IsInside(string folder, string path)
    {
        var top = folder.TrimEnd(Path.DirectorySeparatorChar);
        return path.StartsWith(top, StringComparison.Ordinal) && (path.Length == top.Length || path[top.Length] == Path.DirectorySeparatorChar);
    }

    /// <summary>
    /// The outermost symbolic link or junction on the way from the folder to the path, the path itself included and the folder not; null if there is none.
    /// Links above the folder are not the repository's.
    /// </summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="path">Full path at or below it; it need not exist.</param>
    public static string? FindLink(string folder, string path)
    {
        string? link = null;
        for (var at = path; at is not null && at.Length > folder.TrimEnd(Path.DirectorySeparatorChar).Length
            && IsInside(folder, at); at = Path.GetDirectoryName(at))
        {
            if (RepositoryRoot.IsLink(at))
                link = at;
        }

        return link;
    }
}

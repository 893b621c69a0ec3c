namespace Ideogram.Build.Datasets.Files;

/// <summary>Names files as the repository does, with <c>/</c>: messages go to people who have it elsewhere.</summary>
public static class RepositoryPath
{
    /// <summary>
    /// A path of this system with <c>/</c> between its parts. The only place that replaces a separator, and only the system's own: in a Linux name a backslash
    /// is a character like any other, and with <c>/</c> in its place the path would be another file's.
    /// </summary>
    /// <param name="path">A path, full or relative.</param>
    public static string WithSlashes(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The path from the repository's top, with <c>/</c>.</summary>
    /// <param name="root">Full path of the top.</param>
    /// <param name="file">Full path of a file below it.</param>
    public static string FromFullPath(string root, string file) => WithSlashes(file.Substring(root.Length).TrimStart(Path.DirectorySeparatorChar));

#if !NETFRAMEWORK
    /// <summary>The path from any folder, with <c>/</c>; it begins with <c>../</c> where it leads out of the folder.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="file">Full path of a file.</param>
    public static string Relative(string folder, string file)
    {
        // Windows takes a file called con.png for a device, and would say where that is.
        var below = folder.EndsWith(Path.DirectorySeparatorChar) ? folder : folder + Path.DirectorySeparatorChar;
        return file.Length > below.Length && file.StartsWith(below, StringComparison.Ordinal)
            ? WithSlashes(file[below.Length..])
            : WithSlashes(Path.GetRelativePath(folder, file));
    }
#endif
}

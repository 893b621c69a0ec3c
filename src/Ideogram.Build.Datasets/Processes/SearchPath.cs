namespace Ideogram.Build.Datasets.Processes;

/// <summary>
/// Finds programs in <c>PATH</c>, by full path. Files in the current folder or in the repository are never found: they are input, not programs of this
/// machine.
/// </summary>
public static class SearchPath
{
    /// <summary>The folders of <c>PATH</c> that count: full paths, outside the repository.</summary>
    /// <param name="path">The variable's value.</param>
    /// <param name="repository">Full path of a folder whose programs do not count, nor those below it; null if there is none.</param>
    public static IReadOnlyList<string> Folders(string? path, string? repository = null) =>
        [.. (path ?? "").Split(Path.PathSeparator).Select(f => f.Trim('"')).Where(f => IsOutside(f, repository))];

    /// <summary>The full path of a program; null if no folder that counts has it.</summary>
    /// <param name="program">The program's name; on Windows <c>.exe</c> may be left out.</param>
    /// <param name="repository">As for <see cref="Folders"/>.</param>
    public static string? Find(string program, string? repository = null) =>
        Folders(Environment.GetEnvironmentVariable("PATH"), repository).Select(f => Existing(Path.Combine(f, program))).FirstOrDefault(p => p is not null);

    /// <summary>The program's own path, on Windows also with <c>.exe</c>; null if it is not there.</summary>
    /// <param name="path">Full path.</param>
    public static string? Existing(string path)
    {
        if (IsWindows && !path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) && File.Exists(path + ".exe"))
            return path + ".exe";
        return File.Exists(path) ? path : null;
    }

    /// <summary>Whether a path means the same from every folder and is not in the repository.</summary>
    internal static bool IsOutside(string path, string? repository)
    {
        if (!IsFullPath(path) || path.IndexOfAny(Path.GetInvalidPathChars()) >= 0)
            return false;
        if (repository is null)
            return true;

        try
        {
            var full = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
            return !full.StartsWith(repository.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or IOException)
        {
            return false;
        }
    }

    private static bool IsWindows => Path.DirectorySeparatorChar == '\\';

    // Path.IsPathRooted takes "\tools" and "C:tools", which depend on the current drive and folder, for rooted.
    private static bool IsFullPath(string path)
    {
        if (!IsWindows)
            return path.StartsWith('/');
        return path.Length > 2 && ((path[1] == ':' && IsSeparator(path[2])) || (IsSeparator(path[0]) && IsSeparator(path[1])));
    }

    private static bool IsSeparator(char c) => c is '\\' or '/';
}

namespace Ideogram.Build.Datasets.Files;

/// <summary>
/// Which names of files and folders are allowed: those that every system, list and comment can show, and that no other name can look like. The same on every
/// system, since what one machine uploads another one reviews.
/// </summary>
public static class PlainName
{
    private const char Undecodable = '\uFFFD';

    /// <summary>What is wrong with a path, as the end of a sentence that begins with the path; null for nothing.</summary>
    /// <param name="path">A path with <c>/</c> between its parts, or a name.</param>
    public static string? Problem(string path)
    {
        if (path.Contains('\\', StringComparison.Ordinal))
            return "has a backslash, which Windows reads as the end of a folder's name";
        if (path.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
            return "has a line break or another control character";
        if (IsUndecodable(path))
            return "has bytes that are not UTF-8, or has U+FFFD, which .NET shows for all of them";
        return path.Contains(".zip!", StringComparison.OrdinalIgnoreCase) ? "has '.zip!', which this tool uses to name a file in an archive" : null;
    }

    /// <summary>
    /// Whether a name holds a replacement for bytes or half characters that are not text. It is not the name on the disk, so it opens nothing.
    /// </summary>
    /// <param name="path">A path, or a name.</param>
    public static bool IsUndecodable(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == Undecodable)
                return true;
            if (!char.IsSurrogate(path[i]))
                continue;
            if (!char.IsSurrogatePair(path, i))
                return true;
            i++;
        }

        return false;
    }
}

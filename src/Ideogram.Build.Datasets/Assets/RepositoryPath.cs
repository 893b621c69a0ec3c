namespace Ideogram.Build.Datasets.Assets;

/// <summary>Names files as the repository does: messages go to people who have it elsewhere.</summary>
internal static class RepositoryPath
{
    /// <summary>The path from the repository's top, with <c>/</c>.</summary>
    /// <param name="root">Full path of the top.</param>
    /// <param name="file">Full path of a file below it.</param>
    public static string Of(string root, string file) =>
        file.Substring(root.Length).TrimStart(Path.DirectorySeparatorChar).Replace(Path.DirectorySeparatorChar, '/');
}

namespace Ideogram.Build.Datasets.Files;

/// <summary>Folders that hold what builds make and package managers fetch.</summary>
public static class BuildFolders
{
    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["bin", "obj", "node_modules"];

    /// <summary>Whether a path passes through one.</summary>
    /// <param name="path">A path with <c>/</c>.</param>
    public static bool IsIn(string path) => path.Split('/').Any(part => Names.Contains(part, StringComparer.Ordinal));
}

namespace Ideogram.Build.Action.Starting;

/// <summary>The workflow files of a repository.</summary>
internal static class Workflows
{
    private const string Action = "ideogram-build/ideogram-build@";
    private const int Largest = 1_000_000;

    /// <summary>Full paths and texts of the workflows that use the action, sorted by path.</summary>
    /// <param name="top">Full path of the repository's top.</param>
    public static IReadOnlyList<(string File, string Text)> UsingTheAction(string top)
    {
        var folder = Path.Combine(top, ".github", "workflows");
        if (!Directory.Exists(folder))
            return [];
        return
        [
            .. new DirectoryInfo(folder).EnumerateFiles()
                .Where(f => f.Extension is ".yml" or ".yaml" && f.Length is > 0 and < Largest)
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => (f.FullName, Text: File.ReadAllText(f.FullName)))
                .Where(f => f.Text.Contains(Action, StringComparison.Ordinal)),
        ];
    }
}

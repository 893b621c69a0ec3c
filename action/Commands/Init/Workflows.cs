namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>The workflow files of a repository.</summary>
internal static class Workflows
{
    private static readonly string[] Actions = ["ideogram-build/ideogram-build@", "ideogram-build/ideogram-build/tool@"];
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
                .Where(f => Actions.Any(a => f.Text.Contains(a, StringComparison.Ordinal))),
        ];
    }
}

using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Tasks;

/// <summary>An item whose manifest is not there: says so in the project file, and what was probably meant.</summary>
internal static class MissingManifest
{
    private const string FileName = "ideogram.yml";
    private const int MaxDepth = 3;
    private const int MaxEntries = 2_000;
    private const int MaxNamed = 3;

    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    /// <summary>The problem of an item; null if its manifest is there.</summary>
    public static Diagnostic? Find(DatasetItem item)
    {
        if (File.Exists(item.Manifest))
            return null;

        // An item that a task made has no project file to its name.
        var (file, place) = item.Project.Length > 0 ? (item.Project, ProjectFile.Find(item.Project, item.Include)) : (item.Manifest, Position.Start);
        var folder = Path.GetDirectoryName(file)!;
        var what = Directory.Exists(item.Manifest) ? "is a folder, not a manifest" : "does not exist";
        var diagnostic = BuildRules.ManifestMissing.At(file, place, $"{MessageText.Quote(item.Include)} {what}{Advice(item, folder)}");
        return item.OnlyWarns ? diagnostic with { Severity = Severity.Warning } : diagnostic;
    }

    private static string Advice(DatasetItem item, string folder)
    {
        var budget = MaxEntries;
        List<string> near = [.. Below(folder, MaxDepth, ref budget).Select(f => RepositoryPath.FromFullPath(folder, f))];
        var wanted = RepositoryPath.WithSlashes(item.Include);
        if (Suggestion.Nearest(wanted, near) is { } nearest)
            return $" (did you mean {MessageText.Quote(nearest)}?). Correct the Include.";
        if (near.Count > 0)
            return $". Manifests here: {string.Join(", ", near.Take(MaxNamed).Select(MessageText.Quote))}{(near.Count > MaxNamed ? " and more" : "")}.";

        var images = Directory.Exists(item.Manifest) ? wanted : Path.GetDirectoryName(wanted) is { Length: > 0 } above ? above : ".";
        return $". Make one: ideogram-build init {ShellWord.Of(RepositoryPath.WithSlashes(images))}";
    }

    // As ideogram-build looks for manifests, but not far: a hint must not cost more than the check.
    private static List<string> Below(string folder, int depth, ref int budget)
    {
        var found = new List<string>();
        try
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
            {
                var name = Path.GetFileName(entry);
                if (budget-- <= 0)
                    break;
                if (name[0] == '.' || RepositoryRoot.IsLink(entry))
                    continue;
                if (name == FileName || name.EndsWith("." + FileName, StringComparison.Ordinal))
                    found.Add(entry);
                else if (depth > 0 && !Skipped.Contains(name) && Directory.Exists(entry))
                    found.AddRange(Below(entry, depth - 1, ref budget));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No hint is better than none of the problem.
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }
}

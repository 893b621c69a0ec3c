using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Finds the one file that a path names: in the repository, and through no link.</summary>
/// <param name="root">Full path of the repository's top.</param>
/// <param name="folders">Lists the folders.</param>
/// <param name="hints">What the search for a suggestion may cost.</param>
/// <param name="relativeTo">What paths are relative to, for messages.</param>
internal sealed class FileLocator(string root, FolderReader folders, WorkBudget hints, string relativeTo = PathPattern.ManifestFolder)
{
    private readonly NamedFile _named = new(folders, hints, relativeTo);

    /// <summary>The folder that many levels up; null above the repository's top.</summary>
    public static string? Climb(string folder, int up, string root)
    {
        string? at = folder;
        for (; up > 0 && at is not null; up--)
            at = at == root ? null : Path.GetDirectoryName(at);
        return at;
    }

    /// <summary>Finds a file.</summary>
    /// <param name="folder">Full path of the folder that the path is relative to.</param>
    /// <param name="path">The path, with <c>/</c>.</param>
    public LocatedFile Find(string folder, string path)
    {
        var quoted = MessageText.Quote(path);
        if (PathPattern.Parse(path, isSingleFile: true, out var problem, relativeTo) is not { } pattern)
            return new LocatedFile(null, problem.Rule, problem.Message);
        if (Climb(folder, pattern.Up, root) is not { } start)
            return new LocatedFile(null, ManifestRules.LeavesRepository, $"{quoted} leaves the repository. Move the file into it.");

        var found = _named.Find(start, string.Concat(Enumerable.Repeat("../", pattern.Up)), pattern.Segments);
        return found.Item is null
            ? new LocatedFile(null, found.Rule, $"{quoted} {found.Problem}")
            : new LocatedFile(Path.Combine([start, .. pattern.Segments.Select(s => s.Literal!)]), null, null);
    }
}

/// <summary>The file, or the rule that was broken and why.</summary>
/// <param name="FullPath">Full path of the file.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Problem">A sentence.</param>
internal sealed record LocatedFile(string? FullPath, Rule? Rule, string? Problem);

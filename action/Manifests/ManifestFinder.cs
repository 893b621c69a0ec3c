using System.IO.Enumeration;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.Manifests;

/// <summary>Finds manifests: by name, in a folder, or by glob.</summary>
/// <param name="folder">Full path of the folder that names are relative to.</param>
/// <param name="missing">Full paths of manifests that git holds and the folder lacks. They are found too, and validation says that they are missing.</param>
internal sealed class ManifestFinder(string folder, IReadOnlyList<string> missing)
{
    /// <summary>Whether a path from the repository's top is one at which manifests are searched.</summary>
    public static bool IsManifestPath(string path)
    {
        var parts = path.Split('/');
        return IsManifest(parts[^1]) && !parts[..^1].Any(p => p.StartsWith('.') || IsSkipped(p));
    }

    /// <summary>Full paths of the manifests, sorted, each once.</summary>
    /// <param name="names">Files, folders and globs; none means everything below the folder.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="UsageException">A folder or glob has no manifest, or a glob cannot be read.</exception>
    public IReadOnlyList<string> Find(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        // On Windows a name has no case, so a manifest that is named in two cases is one.
        var found = new SortedSet<string>(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var name in names.Count == 0 ? ["."] : names)
            found.UnionWith(FindOne(name, cancellationToken));
        return [.. found];
    }

    /// <summary>The manifests of the nearest folder above that has some, up to the top of the git repository; none outside of one.</summary>
    public IReadOnlyList<string> FindAbove()
    {
        if (GitTop.Find(folder) is not { } git)
            return [];
        for (var above = folder; above.Length > git.Path.Length && Path.GetDirectoryName(above) is { } next; above = next)
        {
            if (In(next) is { Count: > 0 } found)
                return found;
        }

        return [];
    }

    private static List<string> In(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder).Where(f => IsManifest(Path.GetFileName(f))
                && !File.GetAttributes(f).HasFlag(FileAttributes.ReparsePoint)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private IEnumerable<string> FindOne(string name, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(name, folder);
        if (Directory.Exists(path) || MissingBelow(path).Any())
            return Some(MissingBelow(path).Concat(Directory.Exists(path) ? Below(path, cancellationToken) : []),
                $"{MessageText.Quote(name)} holds no ideogram.yml and no *.ideogram.yml. Add a manifest beside the images, or name one.");

        // A manifest that does not exist is a problem of its own, which validation reports with its code.
        if (File.Exists(path) || name.AsSpan().IndexOfAny('*', '?', '[') < 0)
            return [path];

        if (PathGlob.Parse(name, out var problem, MessageText.Escape(folder)) is not { } glob)
            throw new UsageException(problem);
        return Some(
            Below(folder, cancellationToken).Concat(MissingBelow(folder)).Where(file => MayMatch(glob, RepositoryPath.Relative(folder, file))),
            $"{MessageText.Quote(name)} matches no ideogram.yml and no *.ideogram.yml. Globs are relative to {MessageText.Escape(folder)}.");
    }

    private IEnumerable<string> MissingBelow(string top) => missing.Where(m => m.Length > top.Length && PathBounds.IsInside(top, m));

    private static bool MayMatch(PathGlob glob, string path) => PlainName.IsUndecodable(path)
        ? glob.IsMatch(path) || glob.IsMatch(path + "/ideogram.yml") || glob.IsMatch(path + "/a.ideogram.yml")
        : glob.IsMatch(path);

    private static List<string> Some(IEnumerable<string> files, string otherwise) => files.ToList() is { Count: > 0 } some ? some
        : throw new UsageException(otherwise);

    private static FileSystemEnumerable<string> Below(string top, CancellationToken cancellationToken) => new(
        top,
        (ref FileSystemEntry entry) => entry.ToFullPath(),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true })
    {
        // A folder that cannot be opened may hold a manifest: it is listed instead, and validation reports it.
        ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.IsDirectory ? IsOpaque(entry.FileName) : IsManifest(entry.FileName),
        ShouldRecursePredicate = (ref FileSystemEntry entry) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return entry.FileName[0] != '.' && !IsSkipped(entry.FileName) && !IsOpaque(entry.FileName);
        },
    };

    private static bool IsOpaque(ReadOnlySpan<char> name) => name[0] != '.' && PlainName.IsUndecodable(name.ToString());

    private static bool IsManifest(ReadOnlySpan<char> name) => name.SequenceEqual("ideogram.yml")
        || (name[0] != '.' && name.EndsWith(".ideogram.yml", StringComparison.Ordinal));

    private static bool IsSkipped(ReadOnlySpan<char> name)
    {
        foreach (var skipped in BuildFolders.Names)
        {
            if (name.SequenceEqual(skipped))
                return true;
        }

        return false;
    }
}

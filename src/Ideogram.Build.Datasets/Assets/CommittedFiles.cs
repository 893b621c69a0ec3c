using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>The files of a commit by their paths, as a manifest of that commit would find them if it were checked out.</summary>
public sealed class CommittedFiles
{
    private readonly string[] _paths;
    private readonly RunBudget _budget;

    /// <summary>Takes the paths of a commit's files.</summary>
    /// <param name="paths">From the repository's top, with <c>/</c>; without links and submodules.</param>
    public CommittedFiles(IEnumerable<string> paths)
        : this(paths, new RunBudget())
    {
    }

    internal CommittedFiles(IEnumerable<string> paths, RunBudget budget)
    {
        _budget = budget;
        _paths = [.. paths];
        Array.Sort(_paths, StringComparer.Ordinal);
    }

    /// <summary>Reads a manifest's bytes; null if they are not a valid manifest.</summary>
    /// <param name="file">The full path that it has when checked out.</param>
    /// <param name="bytes">Its bytes.</param>
    public static Manifest? Read(string file, byte[] bytes) =>
        ManifestReader.Read(file, bytes) is { Manifest: { } manifest } reading && !reading.Diagnostics.Any(d => d.IsError) ? manifest : null;

    /// <summary>The images and archives that a manifest names, each with the line that names it; null if its globs are too much work.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="folder">Its folder from the repository's top, with <c>/</c>; empty for the top itself.</param>
    public IReadOnlyDictionary<string, ImageEntry>? Select(Manifest manifest, string folder) =>
        Select(manifest, folder, FileExtensions.IsAsset, form: null, new GlobWork(_budget.Globs, _budget.ManifestSteps, CancellationToken.None))?.Taken;

    /// <summary>Holds a manifest's lines against the files; null if that is too much work.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="folder">Its folder from the repository's top, in the form of the paths.</param>
    /// <param name="concerns">Which files are considered.</param>
    /// <param name="form">The form that the paths have; null for paths as they are.</param>
    /// <param name="work">Counts.</param>
    internal PathSelection? Select(Manifest manifest, string folder, Func<string, bool> concerns, Func<string, string>? form, GlobWork work)
    {
        var matching = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        try
        {
            foreach (var globs in Globs(manifest, folder, form))
                globs.Match(Below(globs.Start).Where(concerns), work, matching);
        }
        catch (TooMuchWorkException)
        {
            return null;
        }

        var taken = new Dictionary<string, ImageEntry>(StringComparer.Ordinal);
        var excluded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in matching)
        {
            path.Value.Sort();
            foreach (var entry in path.Value.Select(line => manifest.Images[line]))
            {
                if (entry.IsExclude)
                {
                    taken.Remove(path.Key);
                    excluded.Add(path.Key);
                }
                else if (!taken.TryGetValue(path.Key, out var earlier) || earlier.Caption is null)
                {
                    taken[path.Key] = entry;
                }
            }

            if (taken.ContainsKey(path.Key))
                excluded.Remove(path.Key);
        }

        return new PathSelection(taken, excluded);
    }

    /// <summary>Whether the commit has a file.</summary>
    /// <param name="path">From the repository's top.</param>
    public bool Contains(string path) => Array.BinarySearch(_paths, path, StringComparer.Ordinal) >= 0;

    /// <summary>Whether a manifest's globs lead into a folder of which the files are not known, and no exclude takes all of them away.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="folder">Its folder from the repository's top.</param>
    /// <param name="path">The folder from the repository's top.</param>
    /// <param name="work">Counts; what is too much work may lead anywhere.</param>
    internal static bool LeadsInto(Manifest manifest, string folder, string path, GlobWork work)
    {
        try
        {
            return Globs(manifest, folder, form: null).Any(g => g.LeadsInto(path, manifest.Images, work));
        }
        catch (TooMuchWorkException)
        {
            return true;
        }
    }

    // The lines that begin in the same folder, by that folder.
    private static IEnumerable<CommittedGlobs> Globs(Manifest manifest, string folder, Func<string, string>? form)
    {
        var globs = new Dictionary<string, CommittedGlobs>(StringComparer.Ordinal);
        for (var line = 0; line < manifest.Images.Count; line++)
        {
            var entry = manifest.Images[line];
            var text = form is null ? entry.Pattern : form(entry.Pattern);
            if (PathPattern.Parse(text, entry.IsSingleFile, out _) is not { } pattern || Climb(folder, pattern.Up) is not { } start)
                continue;
            if (!globs.TryGetValue(start, out var ofStart))
                globs.Add(start, ofStart = new CommittedGlobs(start));
            ofStart.Add(pattern.Segments, line);
        }

        return globs.Values;
    }

    /// <summary>The folder that many levels up, with <c>/</c> at its end; empty for the top, and null above it.</summary>
    internal static string? Climb(string folder, int up)
    {
        for (; up > 0; up--)
        {
            if (folder.Length == 0)
                return null;
            folder = folder.Substring(0, Math.Max(folder.LastIndexOf('/'), 0));
        }

        return folder.Length == 0 ? "" : folder + "/";
    }

    // Ordinal order keeps a folder's files together, so a manifest costs its own folder and not the whole commit.
    private IEnumerable<string> Below(string start)
    {
        var at = Array.BinarySearch(_paths, start, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < _paths.Length && _paths[at].StartsWith(start, StringComparison.Ordinal); at++)
            yield return _paths[at];
    }
}

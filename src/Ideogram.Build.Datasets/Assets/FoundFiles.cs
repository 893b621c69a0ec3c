using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Decides for each matched file whether it is used: later lines add to and remove from what earlier ones found.</summary>
internal sealed class FoundFiles(Manifest manifest, IReadOnlyList<GlobLine> lines, List<Diagnostic> diagnostics)
{
    private readonly List<AssetFile> _files = [];
    private readonly Dictionary<ImageEntry, PathSummary> _links = [];
    private readonly Dictionary<ImageEntry, PathSummary> _inSubmodules = [];
    private readonly Dictionary<string, Dictionary<ImageEntry, PathSummary>> _notPlain = new(StringComparer.Ordinal);

    /// <summary>The files, sorted by relative path (ordinal).</summary>
    public IReadOnlyList<AssetFile> Sorted() => [.. _files.OrderBy(f => f.RelativePath, StringComparer.Ordinal)];

    /// <summary>Takes a file.</summary>
    /// <param name="match">The file.</param>
    /// <param name="matching">The numbers of the lines that match it, excludes among them, in their order.</param>
    public void Add(GlobMatch match, IReadOnlyList<int> matching)
    {
        ImageEntry? source = null;
        var wasTaken = false;
        var problem = PlainName.Problem(match.RelativePath);
        foreach (var line in matching.Select(number => lines[number]))
        {
            if (line.Entry.IsExclude)
            {
                line.IsMatched |= wasTaken;
                source = null;
                continue;
            }

            line.IsMatched = wasTaken = true;
            source = problem is not null || match.Item.Kind == FolderItemKind.Symlink || match.InSubmodule ? line.Entry : Source(match, source, line.Entry);
        }

        if (source is null)
            return;
        if (problem is not null)
            Summary(NotPlain(problem), source).Add(match.RelativePath);
        else if (match.Item.Kind == FolderItemKind.Symlink)
            Summary(_links, source).Add(match.RelativePath);
        else if (match.InSubmodule)
            Summary(_inSubmodules, source).Add(match.RelativePath);
        else
            _files.Add(new AssetFile(match.Folder, match.Item, match.RelativePath, source));
    }

    /// <summary>Reports files that lines match and no later line excludes, but that are not allowed.</summary>
    public void ReportRefused()
    {
        foreach (var (problem, refused) in _notPlain.Select(n => (n.Key, n.Value)))
        {
            foreach (var paths in refused)
                Report(ManifestRules.NotPlainName, paths, $": a path that {problem}. Rename the file or folder, or exclude it with '!'.");
        }

        foreach (var links in _links)
            Report(ManifestRules.Symlink, links, ": a symbolic link, which is never followed because it could point outside the repository. "
                + "Commit the file itself or exclude the link with '!'.");
        foreach (var files in _inSubmodules)
            Report(ManifestRules.Submodule, files, " in a submodule or inner repository, whose files are not part of this repository's reviews. "
                + "Copy the images here or exclude the folder with '!'.");
    }

    // The object with a caption knows more about the image than a glob that matches it too.
    private ImageEntry Source(GlobMatch match, ImageEntry? earlier, ImageEntry entry)
    {
        if (earlier?.Caption is null)
            return entry;
        if (entry.Caption is not null)
        {
            diagnostics.Add(CaptionRules.TwoInline.At(manifest.Path, entry.CaptionPosition, FormattableString.Invariant(
                $"{MessageText.Quote(match.RelativePath)} already has an inline caption in line {earlier.CaptionPosition.Line}. Keep one of the two.")));
        }

        return earlier;
    }

    private Dictionary<ImageEntry, PathSummary> NotPlain(string problem)
    {
        if (!_notPlain.TryGetValue(problem, out var summaries))
            _notPlain.Add(problem, summaries = []);
        return summaries;
    }

    private static PathSummary Summary(Dictionary<ImageEntry, PathSummary> summaries, ImageEntry entry)
    {
        if (!summaries.TryGetValue(entry, out var summary))
            summaries.Add(entry, summary = new PathSummary());
        return summary;
    }

    private void Report(Rule rule, KeyValuePair<ImageEntry, PathSummary> refused, string why) =>
        diagnostics.Add(rule.At(manifest.Path, refused.Key.Position, $"{MessageText.Quote(refused.Key.Pattern)} matches {refused.Value}{why}"));
}

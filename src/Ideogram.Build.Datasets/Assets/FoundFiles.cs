using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Decides for each file that lines match what becomes of it: later lines add to and take from what earlier ones found.</summary>
internal sealed class FoundFiles(Manifest manifest, IReadOnlyList<GlobLine> lines, List<Diagnostic> diagnostics)
{
    private readonly List<AssetFile> _files = [];
    private readonly Dictionary<ImageEntry, PathSummary> _links = [];
    private readonly Dictionary<ImageEntry, PathSummary> _inSubmodules = [];

    /// <summary>The files, sorted by relative path (ordinal).</summary>
    public IReadOnlyList<AssetFile> Sorted() => [.. _files.OrderBy(f => f.RelativePath, StringComparer.Ordinal)];

    /// <summary>Takes a file.</summary>
    /// <param name="match">The file.</param>
    /// <param name="matching">The numbers of the lines that match it, excludes among them, in their order.</param>
    public void Add(GlobMatch match, IReadOnlyList<int> matching)
    {
        ImageEntry? source = null;
        foreach (var line in matching.Select(number => lines[number]))
        {
            if (line.Entry.IsExclude)
            {
                source = null;
                continue;
            }

            line.IsMatched = true;
            source = match.Item.Kind == FolderItemKind.Symlink || match.InSubmodule ? line.Entry : Source(match, source, line.Entry);
        }

        if (source is null)
            return;
        if (match.Item.Kind == FolderItemKind.Symlink)
            Summary(_links, source).Add(match.RelativePath);
        else if (match.InSubmodule)
            Summary(_inSubmodules, source).Add(match.RelativePath);
        else
            _files.Add(new AssetFile(match.Folder, match.Item, match.RelativePath, source));
    }

    /// <summary>Reports what lines match and no later line excludes, but may not be taken.</summary>
    public void ReportRefused()
    {
        foreach (var links in _links)
            Report(ManifestRules.Symlink, links, ": a symbolic link, which is never followed since it could aim outside the repository. Commit the file itself or exclude the link with '!'.");
        foreach (var files in _inSubmodules)
            Report(ManifestRules.Submodule, files, " in a submodule or inner repository, whose files are not part of this repository's reviews. Copy the images here or exclude the folder with '!'.");
    }

    // The object with a caption knows more about the image than a glob that matches it too.
    private ImageEntry Source(GlobMatch match, ImageEntry? earlier, ImageEntry entry)
    {
        if (earlier?.Caption is null)
            return entry;
        if (entry.Caption is not null)
        {
            diagnostics.Add(CaptionRules.TwoInline.At(manifest.Path, entry.CaptionPosition, FormattableString.Invariant(
                $"{MessageText.Quote(match.RelativePath)} has an inline caption already, in line {earlier.CaptionPosition.Line}. Keep one of the two.")));
        }

        return earlier;
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

using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Turns a manifest's <c>images</c> into files: parses the lines, searches the folders once for all of them, and reports the lines that find
/// nothing.</summary>
internal sealed class AssetCollector(Manifest manifest, string root, FolderReader folders, RunBudget budget, List<Diagnostic> diagnostics,
    CancellationToken cancellationToken)
{
    private readonly NamedFile _named = new(folders, budget.Hints);

    /// <summary>The files, sorted by relative path (ordinal).</summary>
    public IReadOnlyList<AssetFile> Collect()
    {
        var lines = manifest.Images.Select(Read).OfType<GlobLine>().ToList();
        var found = new FoundFiles(manifest, lines, diagnostics);
        if (!Walk(lines, found))
            return [];

        found.ReportRefused();
        var unmatched = lines.Where(l => !l.Entry.IsExclude && !l.IsMatched && l.Unreadable.Count == 0).ToList();
        var hints = new GlobWork(budget.Hints, RunBudget.MaxManifestHints, cancellationToken);
        new GlobHints(folders, hints).Find(unmatched);
        foreach (var line in unmatched)
            Report(ManifestRules.NoMatch, line.Entry, $"{MessageText.Quote(line.Entry.Pattern)} matches no image. {GlobHints.Why(line)}");
        foreach (var line in lines.Where(l => l.Unreadable.Count > 0 && !l.Pattern.IsLiteral))
            Report(ManifestRules.UnreadableFolder, line.Entry, $"{MessageText.Quote(line.Entry.Pattern)} must search {line.Unreadable}, which cannot "
                + "be read. Check that the folder exists and its permissions.");

        var files = found.Sorted();
        foreach (var missed in new ExcludeHints(files, hints).Find([.. lines.Where(l => l.Entry.IsExclude && !l.IsMatched)]))
            Report(ManifestRules.ExcludeMisses, missed.Line.Entry, missed.Message);
        return files;
    }

    // Null, with a diagnostic, for a line that cannot match anything.
    private GlobLine? Read(ImageEntry entry)
    {
        if (PathPattern.Parse(entry.Pattern, entry.IsSingleFile, out var problem) is not { } pattern)
        {
            Report(problem.Rule, entry, problem.Message);
            return null;
        }

        if (FileLocator.Climb(manifest.Folder, pattern.Up, root) is not { } start)
        {
            Report(ManifestRules.LeavesRepository, entry, $"{MessageText.Quote(entry.Pattern)} leaves the repository. Move the images into it.");
            return null;
        }

        var line = new GlobLine(entry, pattern, start);
        return entry.IsExclude || !pattern.IsLiteral || IsAsset(line) ? line : null;
    }

    private bool IsAsset(GlobLine line)
    {
        var entry = line.Entry;
        var found = _named.Find(line.Start, line.Prefix, line.Pattern.Segments);
        if (found.Item is not { } item)
            Report(found.Rule!, entry, $"{MessageText.Quote(entry.Pattern)} {found.Problem}");
        else if (!FileExtensions.IsAsset(item.Name))
            Report(ManifestRules.NotAnImageName, entry, $"{MessageText.Quote(entry.Pattern)} is neither an image ({ImageFormats.Extensions}) nor an archive "
                + "(.zip). Captions are found automatically beside their images.");
        else if (entry.Caption is not null && FileExtensions.IsArchive(item.Name))
            diagnostics.Add(ManifestRules.Contradiction.At(manifest.Path, entry.CaptionPosition, $"{MessageText.Quote(entry.Pattern)} is an archive of many "
                + "images and cannot have one caption. Put caption files into the archive."));
        else
            return true;
        return false;
    }

    // One walk for all lines that begin in the same folder. False, with a diagnostic, if it is too much work.
    private bool Walk(List<GlobLine> lines, FoundFiles found)
    {
        var work = new GlobWork(budget.Globs, budget.ManifestSteps, cancellationToken);
        foreach (var ofStart in Enumerable.Range(0, lines.Count).GroupBy(i => lines[i].Start, StringComparer.Ordinal))
        {
            var (includes, excludes) = (new GlobNode(), new GlobNode());
            foreach (var number in ofStart)
                (lines[number].Entry.IsExclude ? excludes : includes).Add(lines[number].Pattern.Segments, number);

            var walker = new GlobWalker(folders, work)
            {
                Excludes = excludes,
                Unreadable = (path, globs) =>
                {
                    foreach (var number in globs.SelectMany(g => g.AllLines(work)).Distinct())
                        lines[number].Unreadable.Add(path);
                },
            };
            try
            {
                walker.Walk(ofStart.Key, lines[ofStart.First()].Prefix, includes, found.Add);
            }
            catch (TooMuchWorkException)
            {
                var worst = new[] { includes.Costliest(), excludes.Costliest() }.OrderByDescending(c => c.Steps).First();
                var entry = lines[worst.Steps > 0 ? worst.Line : ofStart.First()].Entry;
                Report(ManifestRules.TooMuchWork, entry, $"The globs of this manifest are too much work for the files here, "
                    + $"and {MessageText.Quote(entry.Pattern)} needs the most. Use fewer '*' and braces, begin globs with the names of folders, "
                    + "or split the manifest.");
                return false;
            }
        }

        return true;
    }

    private void Report(Rule rule, ImageEntry entry, string message) => diagnostics.Add(rule.At(manifest.Path, entry.Position, message));
}

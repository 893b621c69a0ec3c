using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Turns a manifest's <c>images</c> into files, in the order of the lines: later lines add to and take from what earlier ones found.</summary>
internal sealed class AssetCollector(Manifest manifest, string root, FolderReader folders, List<Diagnostic> diagnostics, CancellationToken cancellationToken)
{
    private readonly Dictionary<string, AssetFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImageEntry> _links = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImageEntry> _inSubmodules = new(StringComparer.Ordinal);

    /// <summary>The files, sorted by relative path (ordinal).</summary>
    public IReadOnlyList<AssetFile> Collect()
    {
        foreach (var entry in manifest.Images)
            Collect(entry);

        // Only now: a later line may have excluded what an earlier one matched.
        ReportRefused(ManifestRules.Symlink, _links, ": a symbolic link, which is never followed since it could aim outside the repository. Commit the file itself or exclude the link with '!'.");
        ReportRefused(ManifestRules.Submodule, _inSubmodules, " in a submodule or inner repository, whose files are not part of this repository's reviews. Copy the images here or exclude the folder with '!'.");
        return [.. _files.Values.OrderBy(f => f.RelativePath, StringComparer.Ordinal)];
    }

    private void Collect(ImageEntry entry)
    {
        if (PathPattern.Parse(entry.Pattern, entry.IsSingleFile, out var problem) is not { } pattern)
        {
            Report(problem.Rule, entry, problem.Message);
            return;
        }

        if (Climb(pattern.Up) is not { } start)
        {
            Report(ManifestRules.LeavesRepository, entry, $"{MessageText.Quote(entry.Pattern)} leaves the repository. Move the images into it.");
            return;
        }

        var prefix = string.Concat(Enumerable.Repeat("../", pattern.Up));
        if (entry.IsExclude)
            Exclude(start, prefix, pattern);
        else if (pattern.IsLiteral)
            CollectNamed(entry, start, prefix, pattern);
        else
            CollectGlob(entry, start, prefix, pattern);
    }

    private string? Climb(int up)
    {
        var folder = manifest.Folder;
        for (; up > 0 && folder is not null; up--)
            folder = folder == root ? null : Path.GetDirectoryName(folder);
        return folder;
    }

    private void Exclude(string start, string prefix, PathPattern pattern)
    {
        // An exclude that takes nothing away is a standing rule, not a mistake.
        if (pattern.IsLiteral)
        {
            Forget(prefix + string.Join("/", pattern.Segments.Select(s => s.Literal)));
            return;
        }

        var matches = new GlobWalker(folders, cancellationToken).Walk(start, prefix, pattern.Segments);
        foreach (var path in matches.Files.Select(f => f.RelativePath).Concat(matches.Symlinks).Concat(matches.InSubmodules))
            Forget(path);
    }

    private void Forget(string path)
    {
        _files.Remove(path);
        _links.Remove(path);
        _inSubmodules.Remove(path);
    }

    private void CollectNamed(ImageEntry entry, string start, string prefix, PathPattern pattern)
    {
        var found = new NamedFile(folders).Find(start, prefix, pattern.Segments);
        if (found.Match is not { } match)
            Report(found.Rule!, entry, $"{MessageText.Quote(entry.Pattern)} {found.Problem}");
        else if (!FileKinds.IsAsset(match.Item.Name))
            Report(ManifestRules.NotAnImageName, entry, $"{MessageText.Quote(entry.Pattern)} is neither an image (.jpg, .jpeg, .png, .webp) nor an archive (.zip). Captions are found by themselves, beside their images.");
        else if (entry.Caption is not null && FileKinds.IsArchive(match.Item.Name))
            diagnostics.Add(ManifestRules.Contradiction.At(manifest.Path, entry.CaptionPosition, $"{MessageText.Quote(entry.Pattern)} is an archive of many images and cannot have one caption. Put caption files into the archive."));
        else
            Add(match, entry);
    }

    private void CollectGlob(ImageEntry entry, string start, string prefix, PathPattern pattern)
    {
        var walker = new GlobWalker(folders, cancellationToken);
        var matches = walker.Walk(start, prefix, pattern.Segments);
        foreach (var match in matches.Files)
            Add(match, entry);

        var quoted = MessageText.Quote(entry.Pattern);
        foreach (var link in matches.Symlinks)
            _links[link] = entry;
        foreach (var path in matches.InSubmodules)
            _inSubmodules[path] = entry;
        if (matches.Unreadable.Count > 0)
            Report(ManifestRules.UnreadableFolder, entry, $"{quoted} has to look into {Some(matches.Unreadable)}, which cannot be read. Check that the folder exists and its permissions.");
        else if (matches.Files.Count + matches.Symlinks.Count + matches.InSubmodules.Count == 0)
            Report(ManifestRules.NoMatch, entry, $"{quoted} matches no image. {WhyNoMatch(walker, start, prefix, pattern, matches)}");
    }

    private void ReportRefused(Rule rule, Dictionary<string, ImageEntry> refused, string why)
    {
        foreach (var ofEntry in refused.GroupBy(r => r.Value, r => r.Key))
            Report(rule, ofEntry.Key, $"{MessageText.Quote(ofEntry.Key.Pattern)} matches {Some([.. ofEntry])}{why}");
    }

    private static string WhyNoMatch(GlobWalker walker, string start, string prefix, PathPattern pattern, GlobMatches matches)
    {
        if (matches.PassedOver.Count > 0)
            return $"It matches {Some(matches.PassedOver)}, but images end in .jpg, .jpeg, .png or .webp and archives in .zip.";

        var otherCase = walker.Walk(start, prefix, pattern.Segments, ignoreCase: true).Files.Select(f => f.RelativePath).ToList();
        return otherCase.Count > 0
            ? $"With other upper and lower case it would match {Some(otherCase)}: case counts on every operating system."
            : "Paths are relative to the manifest's folder. Check the spelling, that the files are committed and, with Git LFS or sparse checkouts, that they are there.";
    }

    private void Add(GlobMatch match, ImageEntry entry)
    {
        _files.TryGetValue(match.RelativePath, out var earlier);
        if (earlier?.Source.Caption is not null && entry.Caption is not null)
        {
            diagnostics.Add(CaptionRules.TwoInline.At(manifest.Path, entry.CaptionPosition, FormattableString.Invariant(
                $"{MessageText.Quote(match.RelativePath)} has an inline caption already, in line {earlier.Source.CaptionPosition.Line}. Keep one of the two.")));
        }

        // The object with a caption knows more about the image than a glob that matches it too.
        if (earlier?.Source.Caption is null)
            _files[match.RelativePath] = new AssetFile(match.Folder, match.Item, match.RelativePath, entry);
    }

    private static string Some(List<string> paths)
    {
        paths.Sort(StringComparer.Ordinal);
        var first = MessageText.Quote(paths[0].Length == 0 ? "." : paths[0]);
        return paths.Count == 1 ? first : FormattableString.Invariant($"{first} and {paths.Count - 1} more");
    }

    private void Report(Rule rule, ImageEntry entry, string message) => diagnostics.Add(rule.At(manifest.Path, entry.Position, message));
}

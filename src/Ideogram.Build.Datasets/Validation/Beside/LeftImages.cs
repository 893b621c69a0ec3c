using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation.Beside;

/// <summary>
/// Finds images beside those of the dataset that its globs miss by the way names are written, or that are in a format that Ideogram does not accept. A person
/// thinks that a manifest takes the folder; it takes what it names.
/// </summary>
internal sealed class LeftImages(Manifest manifest, string root, ValidationRun run, List<Diagnostic> diagnostics)
{
    private readonly Dictionary<string, BesideFile> _byPath = new(StringComparer.Ordinal);

    /// <summary>Names in a folder whose coming and going changes what is said.</summary>
    public static IEnumerable<string> Concerned(FolderListing folder) => folder.Items.Where(i => i.Kind == FolderItemKind.File).Select(i => i.Name)
        .Where(n => FileExtensions.IsAsset(n) || OtherImageFormats.HasExtension(n));

    /// <summary>Looks through the folders that the dataset takes files from.</summary>
    public void Check(IEnumerable<TakenFolder> folders)
    {
        foreach (var folder in folders)
            Collect(folder);
        if (_byPath.Count == 0 || Select() is not { } selection)
            return;

        // What an exclude takes away is left out on purpose. A line with one name is no glob: nobody thinks that it takes the folder.
        var excluded = new HashSet<string>(selection.Excluded, StringComparer.Ordinal);
        var meant = selection.Taken.Where(t => Segment.HasWildcard(t.Value.Pattern) && !excluded.Contains(_byPath[t.Key].Path))
            .GroupBy(t => _byPath[t.Key]).ToDictionary(g => g.Key, g => g.First().Value);
        foreach (var group in meant.GroupBy(m => (m.Key.Folder, m.Key.IsAccepted)))
            Report(group.Key.Folder, [.. group.Select(g => (g.Key.Name, g.Value)).OrderBy(g => g.Name, StringComparer.Ordinal)], group.Key.IsAccepted);
    }

    private void Collect(TakenFolder folder)
    {
        foreach (var item in folder.Listing.Items)
        {
            if (item.Kind != FolderItemKind.File || item.Name[0] == '.' || folder.Takes(item.Name) || PlainName.Problem(item.Name) is not null)
                continue;
            if (FileExtensions.IsAsset(item.Name) && !run.Takes(folder.Listing.PathOf(item.Name)))
                Add(folder, item.Name, isAccepted: true);
            else if (OtherImageFormats.HasExtension(item.Name) && folder.Listing.FindImageLoosely(FileExtensions.Stem(item.Name)) is null)
                Add(folder, item.Name, isAccepted: false);
        }
    }

    // An image in another format is held against the globs as it is, for excludes, and as it would be when it is converted.
    private void Add(TakenFolder folder, string name, bool isAccepted)
    {
        var path = Form(RepositoryPath.FromFullPath(root, folder.Listing.PathOf(name)));
        var file = new BesideFile(folder, name, path, isAccepted);
        _byPath[path] = file;
        foreach (var format in isAccepted ? [] : ImageFormats.All)
            _byPath[FileExtensions.Stem(path) + format.Extensions[0]] = file;
    }

    private PathSelection? Select()
    {
        var work = new GlobWork(run.Budget.Hints, RunBudget.MaxManifestHints, CancellationToken.None);
        return new CommittedFiles(_byPath.Keys, run.Budget)
            .Select(manifest, Form(RepositoryPath.FromFullPath(root, manifest.Folder)), _ => true, Form, work);
    }

    private void Report(TakenFolder folder, IReadOnlyList<(string Name, ImageEntry Entry)> files, bool isAccepted)
    {
        var taken = FormattableString.Invariant($"The dataset takes {Count(folder.Count, "image")} of this folder, and leaves {Count(files.Count, "image")} ");
        var named = ListText.Names([.. files.Select(f => folder.Prefix + f.Name)]);
        var excludes = ListText.Lines(files.Select(f => "!" + Glob(folder, f.Name)));
        if (isAccepted)
            diagnostics.Add(DatasetRules.LeftImages.At(manifest.Path, folder.Line, $"{taken}beside them that the globs miss: {named}. A glob takes names "
                + "as they are written: upper and lower case and accents count. "
                + $"Add to 'images': {ListText.Lines(files.Select(f => Line(folder, f.Name, f.Entry)))}. To leave them out, write: {excludes}."));
        else
            diagnostics.Add(DatasetRules.LeftFormats.At(manifest.Path, folder.Line, $"{taken}in formats that Ideogram does not accept: {named}. "
                + $"Convert them to JPEG, PNG or WebP. To leave them out, add to 'images': {excludes}."));
    }

    // The line's own glob with this extension, if it ends in another way to write it.
    private static string Line(TakenFolder folder, string name, ImageEntry entry)
    {
        var (extension, dot) = (Path.GetExtension(name), entry.Pattern.LastIndexOf('.'));
        var own = dot < 0 ? "" : entry.Pattern.Substring(dot);
        return own != extension && Form(own) == Form(extension) ? FileExtensions.Stem(entry.Pattern) + extension : Glob(folder, name);
    }

    private static string Glob(TakenFolder folder, string name) => GlobText.Of(folder.Prefix) + "*" + GlobText.Of(Path.GetExtension(name));

    // .jpg and .jpeg are one format.
    private static string Form(string path) => NameForm.Loose.Of(path).Replace("jpeg", "jpg", StringComparison.Ordinal);

    private static string Count(int count, string what) => FormattableString.Invariant($"{count:N0} {what}{(count == 1 ? "" : "s")}");

    private sealed record BesideFile(TakenFolder Folder, string Name, string Path, bool IsAccepted);
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Captions.Tables;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation.Beside;

/// <summary>Finds captions that nothing reads, where images have none: tables, and files with extensions that other programs give to captions.</summary>
internal sealed class UnreadCaptions(Manifest manifest, string root, ValidationRun run, List<Diagnostic> diagnostics)
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cap", ".text", ".prompt", ".tag", ".tags", ".desc", ".description", ".md",
    };

    /// <summary>Names in a folder whose coming and going changes what is said.</summary>
    public static IEnumerable<string> Concerned(FolderListing folder) => folder.Items.Where(i => i.Kind == FolderItemKind.File).Select(i => i.Name)
        .Where(n => TableNames.MayBe(n) || (Extensions.Contains(Path.GetExtension(n)) && folder.ImagesWithStem(FileExtensions.Stem(n)).Any()));

    /// <summary>Looks where images have no caption.</summary>
    public void Check(IReadOnlyList<UncaptionedFolder> folders)
    {
        foreach (var folder in folders)
            Sidecars(folder);
        if (manifest.CaptionsFrom is not null)
            return;
        foreach (var tables in folders.SelectMany(f => Above(f.Folder.Listing.Folder).Select(a => (Folder: f, Above: a))).GroupBy(f => f.Above))
            Tables(tables.Key, [.. tables.Select(t => t.Folder)]);
    }

    private void Sidecars(UncaptionedFolder folder)
    {
        var files = folder.Folder.Listing.Items.Where(i => i.Kind == FolderItemKind.File && Extensions.Contains(Path.GetExtension(i.Name))
            && folder.Stems.Contains(FileExtensions.Stem(i.Name)) && !IsExcluded(folder.Folder.Listing.PathOf(i.Name))).Select(i => i.Name).ToList();
        if (files.Count == 0)
            return;
        diagnostics.Add(CaptionRules.Unread.At(manifest.Path, folder.Folder.Line, $"{Has(folder.Count)} no caption, and nothing reads "
            + $"{ListText.Names([.. files.Select(f => folder.Folder.Prefix + f)])}, which {(files.Count == 1 ? "has its name" : "have their names")}. "
            + "A caption is a file that ends in .txt, .caption or .json: rename them."));
    }

    private void Tables(FolderListing listing, IReadOnlyList<UncaptionedFolder> below)
    {
        var tables = listing.Items.Where(i => i.Kind == FolderItemKind.File && TableNames.MayBe(i.Name)).Select(i => listing.PathOf(i.Name))
            .Where(t => !run.Reads(t) && PlainName.Problem(Path.GetFileName(t)) is null).Take(TableNames.MaxOpened)
            .Select(t => (File: t, Entry: TableHead.Find(t, PathOf(t)))).Where(t => t.Entry is not null || TableNames.IsUsual(Path.GetFileName(t.File)))
            .Where(t => !IsExcluded(t.File)).ToList();
        if (tables.Count == 0)
            return;
        var best = tables.Find(t => t.Entry is not null);
        diagnostics.Add(CaptionRules.Unread.At(manifest.Path, below[0].Folder.Line, $"{Has(below.Sum(f => f.Count))} no caption, and nothing reads "
            + $"{ListText.Names([.. tables.Select(t => PathOf(t.File))])}. {TableNames.Advice(best.Entry, tables[0].File, PathOf(tables[0].File))}"));
    }

    // The folders that were looked into for images anyway: from the images' own up to the manifest's.
    private IEnumerable<FolderListing> Above(string folder)
    {
        for (var at = folder; at is not null && run.Folders.Known(at) is { } listing; at = Path.GetDirectoryName(at))
        {
            yield return listing;
            if (at == manifest.Folder || at == root)
                break;
        }
    }

    private bool IsExcluded(string file) => run.IsExcluded(manifest, root, file);

    private string PathOf(string file) => ManifestPath.Of(manifest, root, file);

    private static string Has(int count) => count == 1 ? "An image of the dataset has" : FormattableString.Invariant($"{count:N0} images of the dataset have");
}

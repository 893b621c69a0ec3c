using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation.Beside;

/// <summary>Finds captions in a folder beside, below or above that of their images, as in <c>images</c> and <c>captions</c>.</summary>
internal sealed class CaptionTwins(Manifest manifest, string root, ValidationRun run, List<Diagnostic> diagnostics)
{
    // In a repository of a thousand datasets each has a thousand neighbours.
    private const int MaxNeighbours = 100;

    /// <summary>Looks for the captions of images that have none.</summary>
    public void Check(IEnumerable<UncaptionedFolder> folders)
    {
        foreach (var folder in folders)
        {
            foreach (var twin in Neighbours(folder.Folder.Listing))
            {
                var captions = twin.LoneSidecars.Where(name => folder.Stems.Contains(FileExtensions.Stem(name))).ToList();
                if (captions.Count > 0 && !run.IsExcluded(manifest, root, twin.PathOf(captions[0])))
                    Report(folder, twin, captions);
            }
        }
    }

    private void Report(UncaptionedFolder folder, FolderListing twin, List<string> captions)
    {
        var (images, other) = (PathOf(folder.Folder.Listing), PathOf(twin));
        diagnostics.Add(CaptionRules.OtherFolder.At(manifest.Path, folder.Folder.Line, FormattableString.Invariant($"{folder.Count:N0} ")
            + $"{(folder.Count == 1 ? "image" : "images")} of {MessageText.Quote(images)} {(folder.Count == 1 ? "has" : "have")} no caption, and "
            + $"{MessageText.Quote(other)} holds caption files with their names: {ListText.Names(captions)}. A caption is read beside its image only. "
            + $"Move the files into {MessageText.Quote(images)}, or write them into a table and name it with 'captions-from'."));
    }

    // images: its own folders, the folder above, that folder's others; images/train: also captions/train.
    private IEnumerable<FolderListing> Neighbours(FolderListing listing)
    {
        var folder = listing.Folder;
        var below = Folders(listing);
        if (folder == root || Path.GetDirectoryName(folder) is not { } parent || run.Folders.TryRead(parent) is not { } above)
            return below;

        var all = below.Concat([above]).Concat(Folders(above).Where(f => f.Folder != folder));
        if (parent == root || Path.GetDirectoryName(parent) is not { } grandparent || run.Folders.TryRead(grandparent) is not { } top)
            return all;

        var name = Path.GetFileName(folder);
        return all.Concat(Folders(top).Where(f => f.Folder != parent && f.Find(name)?.Kind == FolderItemKind.Folder)
            .Select(f => run.Folders.TryRead(f.PathOf(name))).OfType<FolderListing>());
    }

    private IEnumerable<FolderListing> Folders(FolderListing listing) => listing.Items
        .Where(i => i.Kind == FolderItemKind.Folder && i.Name[0] != '.' && !BuildFolders.IsIn(i.Name)).Take(MaxNeighbours)
        .Select(i => run.Folders.TryRead(listing.PathOf(i.Name))).OfType<FolderListing>().Where(f => !f.IsRepository);

    private string PathOf(FolderListing folder) => ManifestPath.Of(manifest, root, folder.Folder);
}

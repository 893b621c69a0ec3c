using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds caption files that no image beside them has the stem of: the caption would silently be missing from the training.</summary>
internal sealed class OrphanCaptions(Manifest manifest, List<Diagnostic> diagnostics)
{
    // A suggestion costs a comparison with every image; more than this is not renamed by hand.
    private const int MaxSuggestions = 100;

    private static readonly string[] NoCaptions = ["readme", "license", "licence", "notice", "notices", "copying", "credits", "authors", "changelog"];

    private int _suggested;

    /// <summary>Looks through the folders that hold the dataset's images. An image that is there but excluded may keep its caption.</summary>
    public void Check(IEnumerable<FolderListing> folders)
    {
        if (manifest.Captions == CaptionPolicy.None)
            return;

        foreach (var folder in folders)
            Check(folder);
    }

    private void Check(FolderListing folder)
    {
        var sidecars = folder.Items.Where(i => i.Kind == FolderItemKind.File && FileExtensions.IsSidecar(i.Name)).Select(i => i.Name).ToList();
        if (sidecars.Count == 0)
            return;

        var images = new HashSet<string>(folder.Items.Select(i => i.Name).Where(FileExtensions.IsImage), StringComparer.Ordinal);
        var stems = new HashSet<string>(images.Select(FileExtensions.Stem), StringComparer.Ordinal);
        var orphans = sidecars.Where(s => !IsCaptionName(s) || !stems.Contains(FileExtensions.Stem(s))).ToList();

        // Other programs keep JSON beside images: it counts only where captions are written in JSON.
        var hasStructured = sidecars.Except(orphans, StringComparer.Ordinal).Any(s => s.EndsWith(".json", StringComparison.Ordinal));
        foreach (var orphan in orphans.Where(o => hasStructured || !o.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
        {
            if (PlainName.Problem(orphan) is { } problem)
                diagnostics.Add(ManifestRules.NotPlainName.At(folder.PathOf(orphan), Position.Start, $"The caption file "
                    + $"{MessageText.Quote(NameOf(folder, orphan))} {problem}. Rename it, or remove it."));
            else if (!NoCaptions.Contains(FileExtensions.Stem(orphan), StringComparer.OrdinalIgnoreCase))
                diagnostics.Add(CaptionRules.Orphan.At(folder.PathOf(orphan), Position.Start, $"{MessageText.Quote(NameOf(folder, orphan))} "
                    + $"is the caption of no image: {Why(folder, orphan, images, stems)}"));
        }
    }

    private static bool IsCaptionName(string name) => CaptionExtensions.All.Any(e => name.EndsWith(e, StringComparison.Ordinal));

    private string Why(FolderListing folder, string orphan, HashSet<string> images, HashSet<string> stems)
    {
        var stem = FileExtensions.Stem(orphan);
        if (images.Contains(stem))
        {
            var name = FileExtensions.Stem(stem) + Path.GetExtension(orphan).ToLowerInvariant();
            return $"leave out the image's extension: name it {MessageText.Quote(name)}.";
        }

        if (stems.Contains(stem))
            return "write its extension in lower case.";
        if (folder.FindImageLoosely(stem) is { } image && NameForm.Find(stem, FileExtensions.Stem(image)) is { } form)
            return $"{MessageText.Quote(image)} beside it has another name: {form.Difference}. Rename one of the two.";
        return $"no image beside it is named {MessageText.Quote(stem)}{(_suggested++ < MaxSuggestions ? Suggestion.For(stem, stems) : "")}. "
            + "Rename it, or remove it.";
    }

    private static string NameOf(FolderListing folder, string name) => folder.Archive is null ? name : folder.Folder + name;
}

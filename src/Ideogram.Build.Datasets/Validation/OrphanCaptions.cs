using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation.Beside;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds caption files that no image beside them has the stem of: the caption would silently be missing from the training.</summary>
internal sealed class OrphanCaptions(Manifest manifest, List<Diagnostic> diagnostics)
{
    // A suggestion costs a comparison with every image; more than this is not renamed by hand.
    private const int MaxSuggestions = 100;

    private static readonly string[] NoCaptions =
    [
        "readme", "license", "licence", "notice", "notices", "copying", "credits", "authors", "changelog", "requirements", "constraints", "todo", "version",
        "cmakelists", "robots",
    ];

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

        // The caption of a picture that Ideogram does not accept waits for its conversion.
        var images = new HashSet<string>(
            folder.Items.Select(i => i.Name).Where(n => FileExtensions.IsImage(n) || OtherImageFormats.HasExtension(n)), StringComparer.Ordinal);
        var stems = new HashSet<string>(images.Select(FileExtensions.Stem), StringComparer.Ordinal);
        var orphans = sidecars.Where(s => !IsCaptionName(s) || !stems.Contains(FileExtensions.Stem(s))).ToList();

        // Other programs keep JSON beside images: it counts only where captions are written in JSON.
        var hasStructured = sidecars.Except(orphans, StringComparer.Ordinal).Any(s => s.EndsWith(".json", StringComparison.Ordinal));
        var reasons = new List<(string Name, string Kind, string Why)>();
        foreach (var orphan in orphans.Where(o => hasStructured || !o.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
        {
            if (PlainName.Problem(orphan) is { } problem)
                diagnostics.Add(ManifestRules.NotPlainName.At(folder.PathOf(orphan), Position.Start, $"The caption file "
                    + $"{MessageText.Quote(NameOf(folder, orphan))} {problem}. Rename it, or remove it."));
            else if (!NoCaptions.Contains(FileExtensions.Stem(orphan), StringComparer.OrdinalIgnoreCase) && !TableNames.IsUsual(orphan))
                reasons.Add(Reason(folder, orphan, images, stems));
        }

        foreach (var kind in reasons.GroupBy(r => r.Kind, StringComparer.Ordinal))
            Report(folder, [.. kind.Select(r => r.Name)], kind.First().Why);
    }

    // Where a program or a camera named all files in one way, a warning for each would hide the others.
    private void Report(FolderListing folder, IReadOnlyList<string> names, string why)
    {
        var files = ListText.Names([.. names.Select(n => NameOf(folder, n))]);
        diagnostics.Add(CaptionRules.Orphan.At(folder.PathOf(names[0]), Position.Start, names.Count == 1
            ? $"{files} is the caption of no image: {why}"
            : FormattableString.Invariant($"{names.Count:N0} files of this folder are captions of no image: {files}. Of the first: {why}")));
    }

    private static bool IsCaptionName(string name) => CaptionExtensions.All.Any(e => name.EndsWith(e, StringComparison.Ordinal));

    private (string Name, string Kind, string Why) Reason(FolderListing folder, string orphan, HashSet<string> images, HashSet<string> stems)
    {
        var stem = FileExtensions.Stem(orphan);
        if (images.Contains(stem))
        {
            var name = FileExtensions.Stem(stem) + Path.GetExtension(orphan).ToLowerInvariant();
            return (orphan, "extension of the image", $"leave out the image's extension: name it {MessageText.Quote(name)}.");
        }

        if (stems.Contains(stem))
            return (orphan, "upper case", "write its extension in lower case.");
        if (folder.FindImageLoosely(stem) is { } image && NameForm.Find(stem, FileExtensions.Stem(image)) is { } form)
            return (orphan, form.Difference, $"{MessageText.Quote(image)} beside it has another name: {form.Difference}. Rename one of the two.");
        return (orphan, $"name {orphan}", $"no image beside it is named {MessageText.Quote(stem)}"
            + $"{(_suggested++ < MaxSuggestions ? Suggestion.For(stem, stems) : "")}. Rename it, or remove it.");
    }

    private static string NameOf(FolderListing folder, string name) => folder.Archive is null ? name : folder.Folder + name;
}

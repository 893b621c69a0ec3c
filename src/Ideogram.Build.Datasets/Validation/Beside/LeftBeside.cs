using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Captions.Structured;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation.Beside;

/// <summary>Says what lies beside the files of a dataset and is not taken: one warning for each folder and kind.</summary>
internal static class LeftBeside
{
    /// <summary>Names in a folder whose coming and going changes what is said, besides those of captions.</summary>
    public static IEnumerable<string> Concerned(FolderListing folder) => LeftImages.Concerned(folder).Concat(UnreadCaptions.Concerned(folder));

    /// <summary>Looks beside the files of a dataset.</summary>
    /// <param name="draft">The dataset.</param>
    /// <param name="assets">Its images, with their captions.</param>
    /// <param name="run">What the datasets share.</param>
    /// <param name="diagnostics">Takes the warnings.</param>
    public static void Check(DatasetDraft draft, IReadOnlyList<Asset> assets, ValidationRun run, List<Diagnostic> diagnostics)
    {
        var (manifest, root) = (draft.Manifest!, draft.Root);
        var folders = TakenFolder.Of(draft.FilesToInspect);
        new LeftImages(manifest, root, run, diagnostics).Check(folders);
        if (manifest.Captions == CaptionPolicy.None)
            return;

        JsonAsText(manifest, assets, diagnostics);
        if (UncaptionedFolder.Of(folders, assets) is { Count: > 0 } uncaptioned)
        {
            new UnreadCaptions(manifest, root, run, diagnostics).Check(uncaptioned);
            new CaptionTwins(manifest, root, run, diagnostics).Check(uncaptioned);
        }
    }

    private static void JsonAsText(Manifest manifest, IReadOnlyList<Asset> assets, List<Diagnostic> diagnostics)
    {
        foreach (var folder in assets.Where(a => a.Caption is { Kind: CaptionKind.Text } caption && MeantAsJson.Is(caption.Text))
            .GroupBy(a => a.Entry is null ? Path.GetDirectoryName(a.File) : a.File, StringComparer.Ordinal))
        {
            var images = folder.Select(a => a.RelativePath).ToList();
            diagnostics.Add(CaptionRules.JsonAsText.At(manifest.Path, folder.First().Source, FormattableString.Invariant($"{images.Count:N0} ")
                + $"{(images.Count == 1 ? "caption is" : "captions are")} JSON in plain text, which Ideogram reads as the words of a text: of "
                + $"{ListText.Names(images)}. If they are structured captions, write them into files that end in .json; else write the text alone."));
        }
    }
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Captions.Tables;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds the caption of each image file: inline in the manifest, a row of its table, or a sidecar of the same stem in the same folder.</summary>
/// <param name="manifest">The manifest.</param>
/// <param name="table">Its table of captions; null for none.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
internal sealed class CaptionPairer(Manifest manifest, CaptionTable? table, List<Diagnostic> diagnostics)
{
    /// <summary>The sidecars beside an image, links included.</summary>
    public static IReadOnlyList<FolderItem> Sidecars(AssetFile image) =>
        [.. CaptionExtensions.All.Select(e => image.Folder.Find(FileExtensions.Stem(image.Item.Name) + e)).OfType<FolderItem>()
            .Where(i => i.Kind != FolderItemKind.Folder)];

    /// <summary>Names in a folder of images that decide which caption belongs to which image, or to none: the sidecars and the images with their
    /// stems.</summary>
    public static IEnumerable<string> Concerned(FolderListing folder)
    {
        var sidecars = folder.Items.Where(i => i.Kind != FolderItemKind.Folder && FileExtensions.IsSidecar(i.Name)).Select(i => i.Name).ToList();
        var stems = new HashSet<string>(sidecars.Select(FileExtensions.Stem), StringComparer.Ordinal);
        return sidecars.Concat(folder.Items.Select(i => i.Name).Where(n => FileExtensions.IsImage(n) && stems.Contains(FileExtensions.Stem(n))));
    }

    /// <summary>The image's caption; null if it has none or, with a diagnostic, none that can be used.</summary>
    public Caption? Find(AssetFile image)
    {
        var name = MessageText.Quote(image.RelativePath);
        if (manifest.Captions == CaptionPolicy.None)
        {
            if (image.Source.Caption is not null)
                Report(CaptionRules.NotWanted, image.Source.CaptionPosition, $"{name} has an inline caption, but the manifest says 'captions: none'. "
                    + "Remove one of the two.");
            return null;
        }

        var sidecars = Sidecars(image);
        if (sidecars.Count > 1)
        {
            ReportAt(image, sidecars[0], CaptionRules.TwoSidecars, $"{name} has two caption files, {MessageText.Quote(sidecars[0].Name)} and "
                + $"{MessageText.Quote(sidecars[1].Name)}. Keep one of the two.");
            return null;
        }

        if (image.Entry is null && table is not null && table.Rows.TryGetValue(image.FullPath, out var row))
            return Row(image, name, table, row, sidecars);
        if (image.Source.Caption is not null)
            return Inline(image, name, sidecars);
        if (sidecars.Count == 1)
            return Sidecar(image, sidecars[0]);

        if (manifest.Captions == CaptionPolicy.Required && (manifest.CaptionsFrom is null || table?.IsWhole == true))
        {
            Report(CaptionRules.Missing, image.Source.Position, $"{name} has no caption, but the manifest says 'captions: required'. "
                + HowToCaption(image.Folder, FileExtensions.Stem(image.Item.Name)));
        }

        return null;
    }

    private Caption? Row(AssetFile image, string name, CaptionTable rows, TableRow row, IReadOnlyList<FolderItem> sidecars)
    {
        if (image.Source.Caption is null && sidecars.Count == 0)
            return TableCaption.Check(row.Caption, $"{rows.Name}: the caption of {name}", rows.File, diagnostics);

        var other = image.Source.Caption is null ? $"the caption file {MessageText.Quote(sidecars[0].Name)}" : "an inline caption in the manifest";
        diagnostics.Add(CaptionRules.RowAndCaption.At(rows.File, row.Image.Position, $"{name} has this row in {rows.Name} and {other}. Keep one of the two."));
        return null;
    }

    private string HowToCaption(FolderListing folder, string stem) =>
        CaptionExtensions.All.Select(e => folder.FindLoosely(stem + e)).FirstOrDefault(n => n is not null) is { } other
            && NameForm.Find(stem, FileExtensions.Stem(other)) is { } form
            ? $"{MessageText.Quote(other)} beside it has another name: {form.Difference}. Rename one of the two."
            : $"Write one into {MessageText.Quote(stem + CaptionExtensions.Text)} beside it{(table is null ? "" : $", or into a row of {table.Name}")}.";

    private Caption? Inline(AssetFile image, string name, IReadOnlyList<FolderItem> sidecars)
    {
        var position = image.Source.CaptionPosition;
        if (sidecars.Count > 0)
        {
            Report(CaptionRules.InlineAndSidecar, position, $"{name} has an inline caption and the caption file {MessageText.Quote(sidecars[0].Name)}. "
                + "Keep one of the two.");
            return null;
        }

        return TextCaption.Check(image.Source.Caption!, $"The inline caption of {name}", manifest.Path, position, isFile: false, diagnostics) is { } caption
            ? new Caption(caption, CaptionKind.Text, manifest.Path, position)
            : null;
    }

    private Caption? Sidecar(AssetFile image, FolderItem sidecar)
    {
        var path = $"{image.RelativePath.Substring(0, image.RelativePath.Length - image.Item.Name.Length)}{sidecar.Name}";
        if (sidecar.Kind == FolderItemKind.Symlink)
        {
            ReportAt(image, sidecar, ManifestRules.Symlink, $"The caption {MessageText.Quote(path)} is a symbolic link, which is never followed because it "
                + "could point outside the repository. Commit the file itself.");
            return null;
        }

        var twins = image.Folder.ImagesWithStem(FileExtensions.Stem(image.Item.Name)).Select(MessageText.Quote).ToList();
        if (twins.Count > 1)
        {
            ReportAt(image, sidecar, CaptionRules.SharedStem, $"{MessageText.Quote(path)} could be the caption of {string.Join(" and ", twins)}. "
                + "Give the images different names, each with its own caption.");
            return null;
        }

        return new CaptionFile(diagnostics).Read(image.Folder.PathOf(sidecar.Name), path, () => image.Folder.Read(sidecar.Name, CaptionFile.MaxBytes));
    }

    private void Report(Rule rule, Position position, string message) => diagnostics.Add(rule.At(manifest.Path, position, message));

    private void ReportAt(AssetFile image, FolderItem sidecar, Rule rule, string message) =>
        diagnostics.Add(rule.At(image.Folder.PathOf(sidecar.Name), Position.Start, message));
}

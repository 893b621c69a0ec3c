using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Says that a dataset takes images of a folder that has a manifest of its own: then they are in two datasets, which is seldom meant.</summary>
/// <param name="manifest">The outer manifest.</param>
/// <param name="folders">Lists the folders.</param>
/// <param name="diagnostics">Takes the warnings.</param>
internal sealed class NestedDataset(Manifest manifest, FolderReader folders, List<Diagnostic> diagnostics)
{
    private const string Usual = "ideogram.yml";

    /// <summary>Manifests in a folder, whose coming and going changes what is said.</summary>
    public static IEnumerable<string> Concerned(FolderListing folder) => folder.Items.Select(i => i.Name).Where(IsManifest);

    /// <summary>One warning for each outermost folder with a manifest of its own.</summary>
    public void Check(IReadOnlyList<AssetFile> files)
    {
        foreach (var nested in files.Where(f => f.RelativePath.Contains('/', StringComparison.Ordinal)).GroupBy(f => f.Folder)
            .Select(g => (Own: Find(g.First().RelativePath), Files: g.ToList())).Where(n => n.Own is not null)
            .GroupBy(n => n.Own!, StringComparer.Ordinal))
        {
            var own = nested.Key;
            var folder = own.Substring(0, own.LastIndexOf('/'));
            var count = nested.Sum(n => n.Files.Count);
            diagnostics.Add(DatasetRules.Nested.At(manifest.Path, nested.First().Files[0].Source.Position, FormattableString.Invariant(
                $"{MessageText.Quote(folder)} has a manifest of its own, {MessageText.Quote(own)}, and this one takes {count:N0} ")
                + $"{(count == 1 ? "file" : "files")} of that folder too. "
                + $"If they are for that dataset only, exclude them here: '!{MessageText.Escape(folder)}/**'."));
        }
    }

    // The manifest of the outermost folder on the way to a file, relative to the manifest's folder; null for none.
    private string? Find(string relativePath)
    {
        for (var slash = relativePath.IndexOf('/', 0); slash >= 0; slash = relativePath.IndexOf('/', slash + 1))
        {
            var folder = relativePath.Substring(0, slash);
            if (folders.Known(Path.Combine(manifest.Folder, folder)) is { } listing && Concerned(listing).FirstOrDefault() is { } own)
                return $"{folder}/{own}";
        }

        return null;
    }

    private static bool IsManifest(string name) =>
        name == Usual || (name.Length > 0 && name[0] != '.' && name.EndsWith("." + Usual, StringComparison.Ordinal));
}

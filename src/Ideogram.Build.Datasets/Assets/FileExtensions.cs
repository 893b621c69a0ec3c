using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Which files matter to a dataset, by extension.</summary>
internal static class FileExtensions
{
    public static bool IsImage(string name) => ImageFormats.HasExtension(name);

    public static bool IsArchive(string name) => Has(name, ".zip");

    public static bool IsAsset(string name) => IsImage(name) || IsArchive(name);

    public static bool IsSidecar(string name) => CaptionExtensions.All.Any(e => Has(name, e));

    /// <summary>Whether a file may be a table of captions.</summary>
    public static bool IsTable(string name) => Has(name, CaptionTableEntryReader.JsonLines) || Has(name, CaptionTableEntryReader.Csv);

    /// <summary>The name without its extension: what pairs an image with its caption.</summary>
    public static string Stem(string name)
    {
        var dot = name.LastIndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }

    private static bool Has(string name, string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Reports once for a dataset which images hold more than the picture, as those of most phones do.</summary>
internal sealed class AppendedPictures(Manifest manifest, List<Diagnostic> diagnostics)
{
    private const int MaxNamed = 3;

    public void Check(IReadOnlyList<Asset> assets)
    {
        foreach (var same in assets.Where(a => a.Image.Appended != AppendedData.None).GroupBy(a => a.Image.Appended).OrderBy(g => g.Key))
        {
            var names = same.Take(MaxNamed).Select(a => MessageText.Quote(a.RelativePath));
            var more = same.Count() > MaxNamed ? FormattableString.Invariant($" and {same.Count() - MaxNamed:N0} more") : "";
            var verb = same.Count() == 1 ? "holds" : "hold";
            diagnostics.Add(ImageRules.Appended.At(manifest.Path, manifest.ImagesPosition,
                $"{string.Join(", ", names)}{more} {verb} {Name(same.Key)} after the picture, as phones and cameras write it. "
                    + "A training uses only the picture, so this is harmless; the files are sent unchanged."));
        }
    }

    private static string Name(AppendedData data) => data switch
    {
        AppendedData.Video => "a video (a motion photo)",
        AppendedData.GainMap => "a gain map (Ultra HDR)",
        AppendedData.Pictures => "further pictures (Multi-Picture Format)",
        _ => throw new ArgumentOutOfRangeException(nameof(data)),
    };
}

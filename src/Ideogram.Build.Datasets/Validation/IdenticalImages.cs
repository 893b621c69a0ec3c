using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Finds images with equal bytes. They are uploaded once, so they must have the same caption.</summary>
internal sealed class IdenticalImages(List<Diagnostic> diagnostics)
{
    private const int MaxNamed = 5;

    public void Check(IReadOnlyList<Asset> assets)
    {
        foreach (var same in assets.GroupBy(a => a.Image.Sha256, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var names = same.Take(MaxNamed).Select(a => MessageText.Quote(a.RelativePath)).ToList();
            var all = string.Join(", ", names) + (same.Count() > MaxNamed ? FormattableString.Invariant($" and {same.Count() - MaxNamed} more") : "");
            var first = same.First();
            var sameCaption = same.All(a => a.Caption?.Kind == first.Caption?.Kind && a.Caption?.Text == first.Caption?.Text);
            diagnostics.Add(sameCaption
                ? DatasetRules.IdenticalImages.At(first.File, Position.Start, $"{all} are the same image, byte for byte. It is uploaded once; "
                    + "remove or exclude the others.")
                : DatasetRules.IdenticalImagesOtherCaptions.At(first.File, Position.Start, $"{all} are the same image, byte for byte, but their captions "
                    + "differ. Keep one of them, or give them one caption."));
        }
    }
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Tasks;

/// <summary>A project's limits for images beyond their manifest's <c>limits</c>.</summary>
/// <param name="MaxFileSize">The largest image file in bytes; null for none.</param>
/// <param name="MinWidth">The least width in pixels.</param>
/// <param name="MinHeight">The least height in pixels.</param>
internal sealed record ExtraLimits(long? MaxFileSize, int MinWidth, int MinHeight)
{
    /// <summary>The images that break a limit.</summary>
    public IEnumerable<Diagnostic> Check(IEnumerable<Asset> assets) => assets.SelectMany(Check);

    private IEnumerable<Diagnostic> Check(Asset asset)
    {
        var (name, image) = (MessageText.Quote(asset.RelativePath), asset.Image);
        if (image.Bytes > MaxFileSize)
        {
            yield return ImageRules.TooLarge.At(asset.File, Position.Start, FormattableString.Invariant(
                $"{name} has {ByteSize.Format(image.Bytes)}, but the project allows {ByteSize.Format(MaxFileSize.Value)} (MaxFileSize). ")
                + "Save it with stronger compression or raise the limit.");
        }

        if (image.Width < MinWidth || image.Height < MinHeight)
        {
            yield return ImageRules.TooSmall.At(asset.File, Position.Start, FormattableString.Invariant(
                $"{name} has {image.Width} x {image.Height} pixels, but the project requires at least {MinWidth} x {MinHeight} (MinWidth, MinHeight). ")
                + "Use a larger version, or lower the limit.");
        }
    }
}

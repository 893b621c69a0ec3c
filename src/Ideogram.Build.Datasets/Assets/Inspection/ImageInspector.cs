using Ideogram.Build.Datasets.Assets.Pictures;

namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>
/// Reads an image once, from start to end: its structure and its hash come from the same bytes. Nothing is decoded, so bytes that are wrong
/// inside compressed pixels show only where the format has a checksum (PNG) or a count (JPEG restarts). Memory does not grow with the file.
/// </summary>
public static class ImageInspector
{
    /// <summary>More cells than a fingerprint has, so that the edges of its cells are sharp.</summary>
    private const int PictureSide = 128;

    /// <summary>Inspects what the stream holds from its present position to its end. Bad content is a fault, never an exception.</summary>
    /// <param name="stream">Read forward only; needs no length. Open a file with <c>bufferSize: 1</c>: this has its own buffer.</param>
    /// <param name="cancellationToken">Cancels the operation before the next read of 128 KB.</param>
    /// <exception cref="IOException">The stream could not be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ImageInspection Inspect(Stream stream, CancellationToken cancellationToken = default) =>
        Inspect(stream, 0, out _, looks: null, cancellationToken);

    /// <summary>The same, with what the image looks like. Then compressed pixels that do not decode are damage.</summary>
    /// <param name="stream">The image.</param>
    /// <param name="looks">How many bytes of pixels may be inflated; null for no limit but that of one image.</param>
    /// <param name="cancellationToken">Looked at before each read of 128 KB.</param>
    internal static ImageInspection InspectWithLook(Stream stream, LookBudget? looks, CancellationToken cancellationToken) =>
        Inspect(stream, PictureSide, out _, looks, cancellationToken);

    /// <summary>The same, with a small picture.</summary>
    /// <param name="stream">The image.</param>
    /// <param name="pictureSide">How many cells the picture has at most in a row or column; 0 for no picture.</param>
    /// <param name="picture">The picture; null if there is none.</param>
    /// <param name="looks">How many bytes of pixels may be inflated; null for no limit but that of one image.</param>
    /// <param name="cancellationToken">Looked at before each read of 128 KB.</param>
    internal static ImageInspection Inspect(Stream stream, int pictureSide, out SmallPicture? picture, LookBudget? looks,
        CancellationToken cancellationToken)
    {
        using var reader = new ImageReader(stream, cancellationToken);
        var structure = FormatDetector.Identify(reader, out var fault);
        if (structure is not null)
            (structure.PictureSide, structure.Looks) = (pictureSide, looks);
        fault ??= structure!.Read();
        picture = fault is null ? structure!.Picture() : null;
        List<ImageFault> faults = fault is null ? [.. structure!.Complaints] : [fault];
        if (fault is null && TrailingData(reader, structure!) is { } trailing)
            faults.Add(trailing);
        var sha256 = reader.Finish();
        var image = fault is null ? structure!.ToImage(reader.Offset, sha256) with
        {
            Crc32 = reader.Checksum,
            Look = pictureSide > 0 ? structure.Look(picture) : null,
        }
        : null;
        return new ImageInspection(image, faults, reader.Offset, sha256) { IsLookCut = structure?.IsLookCut == true };
    }

    private static ImageFault? TrailingData(ImageReader reader, ImageStructure structure)
    {
        var end = reader.Offset;
        if (reader.Window().IsEmpty || structure.FindAppended())
            return null;
        reader.SkipToEnd();
        return new ImageFault(ImageFaultKind.TrailingData, end, FormattableString.Invariant(
            $"The image is correct and ends at byte {end:N0}; {reader.Offset - end:N0} more bytes follow it."),
            "If nothing should follow, save the image again.");
    }
}

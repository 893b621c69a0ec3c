namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>What one pass over a file's bytes found.</summary>
/// <param name="Image">The image; null if it cannot be used, and then <see cref="Fault"/> says why.</param>
/// <param name="Faults">What is wrong, in the order of the bytes; empty for a correct image. Beside an image only what leaves its pixels whole.</param>
/// <param name="Bytes">How many bytes were read: all of them, whatever the fault.</param>
/// <param name="Sha256">SHA-256 of all bytes, 64 lower-case hex digits.</param>
public sealed record ImageInspection(ImageInfo? Image, IReadOnlyList<ImageFault> Faults, long Bytes, string Sha256)
{
    /// <summary>The main fault: why there is no image, or else the first of those beside it; null for a correct image.</summary>
    public ImageFault? Fault => Faults.Count == 0 ? null : Faults[Image is null ? Faults.Count - 1 : 0];

    /// <summary>Whether nothing is known of its look only because the run has inflated enough: another run may know more.</summary>
    internal bool IsLookCut { get; init; }
}

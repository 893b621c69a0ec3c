namespace Ideogram.Build.Datasets.Assets.Inspection;

/// <summary>What one pass over a file's bytes found.</summary>
/// <param name="Image">The image; null if it cannot be used, and then <see cref="Fault"/> says why.</param>
/// <param name="Fault">The first fault; null for a sound image. Beside an image it is <see cref="ImageFaultKind.TrailingData"/>.</param>
/// <param name="Bytes">How many bytes were read: all of them, whatever the fault.</param>
/// <param name="Sha256">SHA-256 of all bytes, 64 lower-case hex digits.</param>
public sealed record ImageInspection(ImageInfo? Image, ImageFault? Fault, long Bytes, string Sha256);

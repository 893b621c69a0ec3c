using Ideogram.Build.Datasets.Assets;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>An image without a caption, and the file that a structured caption for it would be.</summary>
/// <param name="Asset">The image.</param>
/// <param name="File">Full path of the caption file.</param>
/// <param name="Obstacle">Why no caption file can be written beside it, as the end of a sentence; null if one can.</param>
public sealed record CaptionGap(Asset Asset, string File, string? Obstacle);

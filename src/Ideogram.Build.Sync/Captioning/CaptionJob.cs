using Ideogram.Build.Datasets.Validation;

namespace Ideogram.Build.Sync.Captioning;

/// <summary>One call: an image, and the files that its caption goes into. The same bytes at several places are described once.</summary>
/// <param name="Gaps">The places, at least one.</param>
public sealed record CaptionJob(IReadOnlyList<CaptionGap> Gaps)
{
    /// <summary>Full path of the image that is sent.</summary>
    public string File => Gaps[0].Asset.File;

    /// <summary>Its size.</summary>
    public long Bytes => Gaps[0].Asset.Image.Bytes;
}

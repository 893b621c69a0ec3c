using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>
/// Why Ideogram refuses a file (<c>failure_reason</c> of <c>POST /datasets/{id}/upload_assets</c>), and what to do. The documented list grew
/// before: a reason that is not on it is reported as it came, whatever else it looks like.
/// </summary>
public static class FailureReasons
{
    private const int MaxLength = 80;

    /// <summary>The documented reasons.</summary>
    public static IReadOnlyList<Failure> All { get; } =
    [
        new(UploadRules.SafetyCheck, "FAILED_SAFETY_CHECK", "Replace the image or exclude it in the manifest ('!path'); until then each run sends it again."),
        new(UploadRules.FileTooLarge, "FILE_TOO_LARGE", "Make the file smaller, and set limits.file-size so that the build reports it next time."),
        new(UploadRules.InternalError, "INTERNAL_ERROR", "Run again: it was tried more than once in this run."),
        new(UploadRules.InvalidCaption, "INVALID_CAPTION", "Fix the caption; the image itself may be in the dataset without it."),
        new(UploadRules.InvalidCaptionJson, "INVALID_CAPTION_JSON", "Fix the structured caption; the image itself may be in the dataset without it."),
        new(UploadRules.InvalidImage, "INVALID_IMAGE", "Open the image and save it again as JPEG, PNG or WebP."),
        new(UploadRules.InvalidZip, "INVALID_ZIP", "Pack the archive again, or put the images into the repository as files."),
        new(UploadRules.TooManyImages, "TOO_MANY_IMAGES", $"A dataset holds {IdeogramLimits.MaxImages} images: split the manifest, or use another dataset."),
    ];

    /// <summary>The failure that a reason means.</summary>
    /// <param name="reason">As Ideogram wrote it; blank where it wrote none.</param>
    public static Failure From(string reason) =>
        All.FirstOrDefault(f => string.Equals(f.Reason, reason, StringComparison.Ordinal))
        ?? new Failure(
            UploadRules.OtherReason,
            string.IsNullOrWhiteSpace(reason) ? "no reason given" : MessageText.OneLine(reason, MaxLength),
            "See Ideogram's documentation for this reason, or exclude the image in the manifest.");
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>
/// Why Ideogram refused a file (<c>failure_reason</c> of <c>POST /datasets/{id}/upload_assets</c>), and what to do. The documented list grew
/// before: a reason that is not on it is reported as it came.
/// </summary>
/// <param name="Name">The reason as Ideogram writes it.</param>
/// <param name="Rule">The code under which it is reported.</param>
/// <param name="Advice">What a person can do.</param>
public sealed record FailureReason(string Name, Rule Rule, string Advice)
{
    /// <summary>The reason that is worth another try.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>The documented reasons.</summary>
    public static IReadOnlyList<FailureReason> All { get; } =
    [
        new("FAILED_SAFETY_CHECK", UploadRules.SafetyCheck, "Replace the image or exclude it in the manifest ('!path'); until then each run sends it again."),
        new("FILE_TOO_LARGE", UploadRules.FileTooLarge, "Make the file smaller, and set limits.file-size so that the build says so next time."),
        new(InternalError, UploadRules.InternalError, "Run again: it was tried more than once in this run."),
        new("INVALID_CAPTION", UploadRules.InvalidCaption, "Mend the caption; the image itself may be in the dataset without it."),
        new("INVALID_CAPTION_JSON", UploadRules.InvalidCaptionJson, "Mend the structured caption; the image itself may be in the dataset without it."),
        new("INVALID_IMAGE", UploadRules.InvalidImage, "Open the image and save it anew as JPEG, PNG or WebP."),
        new("INVALID_ZIP", UploadRules.InvalidZip, "Pack the archive anew, or put the images into the repository as files."),
        new("TOO_MANY_IMAGES", UploadRules.TooManyImages, "A dataset holds 100 images: split the manifest, or use another dataset."),
    ];

    /// <summary>The reason of that name, known or not.</summary>
    /// <param name="name">As Ideogram wrote it.</param>
    public static FailureReason Parse(string name) =>
        All.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.Ordinal))
        ?? new FailureReason(MessageText.OneLine(name, 80), UploadRules.OtherReason, "See Ideogram's documentation for this reason, or exclude the "
            + "image in the manifest.");
}

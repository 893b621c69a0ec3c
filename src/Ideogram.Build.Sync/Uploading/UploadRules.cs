using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>51xx: problems of single images at Ideogram.</summary>
public static class UploadRules
{
    /// <summary>FAILED_SAFETY_CHECK.</summary>
    public static readonly Rule SafetyCheck = new("IDEO5101", Severity.Error, "Ideogram's safety check refused an image");

    /// <summary>FILE_TOO_LARGE.</summary>
    public static readonly Rule FileTooLarge = new("IDEO5102", Severity.Error, "Ideogram found an image too large");

    /// <summary>INTERNAL_ERROR.</summary>
    public static readonly Rule InternalError = new("IDEO5103", Severity.Error, "Ideogram failed to process an image");

    /// <summary>INVALID_CAPTION.</summary>
    public static readonly Rule InvalidCaption = new("IDEO5104", Severity.Error, "Ideogram refused a caption");

    /// <summary>INVALID_CAPTION_JSON.</summary>
    public static readonly Rule InvalidCaptionJson = new("IDEO5105", Severity.Error, "Ideogram refused a structured caption");

    /// <summary>INVALID_IMAGE.</summary>
    public static readonly Rule InvalidImage = new("IDEO5106", Severity.Error, "Ideogram could not read an image");

    /// <summary>INVALID_ZIP.</summary>
    public static readonly Rule InvalidZip = new("IDEO5107", Severity.Error, "Ideogram could not read an archive");

    /// <summary>TOO_MANY_IMAGES.</summary>
    public static readonly Rule TooManyImages = new("IDEO5108", Severity.Error, "Ideogram says the dataset is full");

    /// <summary>Any other reason.</summary>
    public static readonly Rule OtherReason = new("IDEO5109", Severity.Error, "Ideogram refused an image for a reason unknown to this version");

    /// <summary>Sent, but the dataset does not show it.</summary>
    public static readonly Rule Unconfirmed = new("IDEO5110", Severity.Error, "An upload that could not be confirmed");

    /// <summary><c>update: auto</c>, and two runs with different sets fill one new dataset.</summary>
    public static readonly Rule TwoRuns = new("IDEO5112", Severity.Error, "Two runs fill one new dataset");

    /// <summary>The dataset shows the first image under another name, or not at all.</summary>
    public static readonly Rule NamesAltered = new("IDEO5111", Severity.Error, "The dataset does not keep file names");
}

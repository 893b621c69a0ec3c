using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Captions;

/// <summary>What can be wrong with a caption.</summary>
public static class CaptionRules
{
    /// <summary>The sidecar cannot be opened.</summary>
    public static readonly Rule Unreadable = new("IDEO3001", Severity.Error, "A caption cannot be read");

    /// <summary>The sidecar has more bytes than any caption needs.</summary>
    public static readonly Rule TooLarge = new("IDEO3002", Severity.Error, "A caption file is too large");

    /// <summary>The bytes are neither UTF-8 nor UTF-16 with its mark.</summary>
    public static readonly Rule NotUtf8 = new("IDEO3003", Severity.Error, "A caption is not UTF-8");

    /// <summary>Nothing, or only spaces.</summary>
    public static readonly Rule Empty = new("IDEO3004", Severity.Error, "A caption is empty");

    /// <summary>A character that no text has.</summary>
    public static readonly Rule ControlCharacter = new("IDEO3005", Severity.Error, "A caption has a control character");

    /// <summary>More words than a model reads.</summary>
    public static readonly Rule TooLong = new("IDEO3006", Severity.Warning, "A caption is very long");

    /// <summary><c>captions: required</c>, and none there.</summary>
    public static readonly Rule Missing = new("IDEO3007", Severity.Error, "An image has no caption");

    /// <summary>A caption file whose stem no image has.</summary>
    public static readonly Rule Orphan = new("IDEO3008", Severity.Warning, "A caption without an image");

    /// <summary>Two sidecars for one image, such as <c>.txt</c> and <c>.json</c>.</summary>
    public static readonly Rule TwoSidecars = new("IDEO3009", Severity.Error, "Two caption files for one image");

    /// <summary>One sidecar, several images with its stem.</summary>
    public static readonly Rule SharedStem = new("IDEO3010", Severity.Error, "One caption file for two images");

    /// <summary>Inline caption and sidecar.</summary>
    public static readonly Rule InlineAndSidecar = new("IDEO3011", Severity.Error, "An inline caption and a caption file for one image");

    /// <summary>Two lines of the manifest caption one image.</summary>
    public static readonly Rule TwoInline = new("IDEO3012", Severity.Error, "Two inline captions for one image");

    /// <summary>An inline caption although <c>captions: none</c>.</summary>
    public static readonly Rule NotWanted = new("IDEO3013", Severity.Error, "An inline caption although captions are off");

    /// <summary>A Git LFS pointer where the caption or the table should be.</summary>
    public static readonly Rule LfsPointer = new("IDEO3014", Severity.Error, "Git LFS pointer instead of the caption");

    /// <summary>A structured caption that is not JSON.</summary>
    public static readonly Rule JsonSyntax = new("IDEO3020", Severity.Error, "A structured caption is not JSON");

    /// <summary>A required member is missing.</summary>
    public static readonly Rule MissingMember = new("IDEO3021", Severity.Error, "A structured caption lacks a member");

    /// <summary>A member of the wrong type or with a value outside its range.</summary>
    public static readonly Rule WrongMember = new("IDEO3022", Severity.Error, "A wrong value in a structured caption");

    /// <summary>A member that is not documented.</summary>
    public static readonly Rule UnknownMember = new("IDEO3023", Severity.Warning, "An unknown member in a structured caption");

    /// <summary>One name twice in one object.</summary>
    public static readonly Rule DuplicateMember = new("IDEO3024", Severity.Error, "A duplicate member in a structured caption");

    /// <summary>A box whose corners are equal or swapped.</summary>
    public static readonly Rule EmptyBox = new("IDEO3025", Severity.Warning, "A box without area in a structured caption");

    /// <summary>A table of captions that cannot be opened.</summary>
    public static readonly Rule TableUnreadable = new("IDEO3030", Severity.Error, "A table of captions cannot be read");

    /// <summary>A table of captions with more bytes or rows than any dataset needs.</summary>
    public static readonly Rule TableTooLarge = new("IDEO3031", Severity.Error, "A table of captions is too large");

    /// <summary>Neither JSON Lines nor comma-separated values.</summary>
    public static readonly Rule TableSyntax = new("IDEO3032", Severity.Error, "A table of captions is not JSON Lines or CSV");

    /// <summary>No column with the image or with the caption.</summary>
    public static readonly Rule TableColumn = new("IDEO3033", Severity.Error, "A table of captions lacks a column");

    /// <summary>A row for a file that is missing or is not an image.</summary>
    public static readonly Rule RowWithoutImage = new("IDEO3034", Severity.Error, "A row of a table without an image");

    /// <summary>Two rows for one image.</summary>
    public static readonly Rule TwoRows = new("IDEO3035", Severity.Error, "Two rows of a table for one image");

    /// <summary>A row, and a sidecar or an inline caption, for one image.</summary>
    public static readonly Rule RowAndCaption = new("IDEO3036", Severity.Error, "A row of a table and another caption for one image");

    /// <summary>Rows for images that the manifest does not take.</summary>
    public static readonly Rule RowsNotTaken = new("IDEO3037", Severity.Warning, "Rows of a table for images that the manifest does not take");

    /// <summary>A table or other files that look like captions, where images have none.</summary>
    public static readonly Rule Unread = new("IDEO3040", Severity.Warning, "Captions that nothing reads");

    /// <summary>Captions in another folder than their images.</summary>
    public static readonly Rule OtherFolder = new("IDEO3041", Severity.Warning, "Captions in another folder than their images");

    /// <summary>Plain text that is JSON.</summary>
    public static readonly Rule JsonAsText = new("IDEO3042", Severity.Warning, "Captions in plain text that are JSON");
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Planning;

/// <summary>4050 to 4099: problems between a manifest and its dataset.</summary>
public static class PlanRules
{
    /// <summary><c>update: additive</c>, and a caption in the dataset differs.</summary>
    public static readonly Rule CaptionEdited = new("IDEO4050", Severity.Error, "A caption that is already at Ideogram was edited");

    /// <summary><c>update: additive</c>, and images in the dataset are no longer in the manifest.</summary>
    public static readonly Rule ImagesRemoved = new("IDEO4051", Severity.Error, "Images that are already at Ideogram were edited or removed");

    /// <summary><c>foreign: refuse</c>, and there are such files.</summary>
    public static readonly Rule ForeignFiles = new("IDEO4052", Severity.Error, "The dataset holds files that were not uploaded by this tool");

    /// <summary>More than 100 images with what is there.</summary>
    public static readonly Rule TooManyImages = new("IDEO4053", Severity.Error, "The dataset would hold more than 100 images");

    /// <summary>Two non-empty datasets of one name.</summary>
    public static readonly Rule AmbiguousName = new("IDEO4054", Severity.Error, "Several datasets have this name");

    /// <summary>The manifest's id is not known.</summary>
    public static readonly Rule UnknownId = new("IDEO4055", Severity.Error, "The dataset's id is not known at Ideogram");

    /// <summary>Two manifests, one dataset.</summary>
    public static readonly Rule SharedTarget = new("IDEO4056", Severity.Error, "Two manifests target one dataset");

    /// <summary>A file uploaded by this tool is in the dataset more than once.</summary>
    public static readonly Rule Doubled = new("IDEO4057", Severity.Warning, "An image is in the dataset more than once");

    /// <summary>A caption comes back otherwise than it was sent: another upload would change nothing.</summary>
    public static readonly Rule CaptionAltered = new("IDEO4063", Severity.Error, "The dataset shows another caption than the one that was sent");

    /// <summary><c>update: auto</c> with an id, and the manifest edits or drops what the dataset holds.</summary>
    public static readonly Rule PinnedEdit = new("IDEO4061", Severity.Error, "An edit needs a new dataset, but the manifest names one by its id");

    /// <summary>The family has no further name.</summary>
    public static readonly Rule LastOfFamily = new("IDEO4062", Severity.Error, "An edit needs a new dataset, but the name has no further number");

    /// <summary>The target is not on the caller's list.</summary>
    public static readonly Rule NotAllowed = new("IDEO4058", Severity.Error, "The dataset is not in the list of allowed datasets");
}

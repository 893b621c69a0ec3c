using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>What can be wrong with a dataset as a whole, as far as it shows without asking Ideogram. Codes from IDEO4050 on belong to the plan.</summary>
public static class DatasetRules
{
    /// <summary>A dataset holds at most 100 images (Ideogram's datasets documentation).</summary>
    public static readonly Rule TooManyImages = new("IDEO4001", Severity.Error, "More than 100 images");

    /// <summary>A training requires at least 15 images (Ideogram's reference of the training calls).</summary>
    public static readonly Rule TooFewForTraining = new("IDEO4002", Severity.Error, "Fewer than 15 images for a training");

    /// <summary>One image several times: it is uploaded once.</summary>
    public static readonly Rule IdenticalImages = new("IDEO4003", Severity.Warning, "Identical images");

    /// <summary>One image several times, with different captions.</summary>
    public static readonly Rule IdenticalImagesOtherCaptions = new("IDEO4004", Severity.Error, "Identical images with different captions");

    /// <summary>Two manifests would fill one dataset.</summary>
    public static readonly Rule SameTarget = new("IDEO4005", Severity.Error, "Two manifests with one target");

    /// <summary>More bytes than <c>limits.total-size</c>.</summary>
    public static readonly Rule TotalSize = new("IDEO4006", Severity.Error, "Dataset too large");

    /// <summary>Two files of which Windows and macOS can hold only one.</summary>
    public static readonly Rule NameCollision = new("IDEO4007", Severity.Warning, "File names that differ only in case or accents");

    /// <summary>Structured captions are for Ideogram 4.0 (Ideogram's API reference).</summary>
    public static readonly Rule StructuredCaptionsForV3 = new("IDEO4008", Severity.Error, "Structured captions for Ideogram 3") { IsAdjustable = true };

    /// <summary>Everything was excluded.</summary>
    public static readonly Rule NoImages = new("IDEO4009", Severity.Error, "A dataset without images");

    /// <summary>The rest of the problems is not shown.</summary>
    public static readonly Rule TooManyProblems = new("IDEO4010", Severity.Error, "More problems than are shown");

    /// <summary>Devices, trailing dots and blanks: what no checkout on Windows can have.</summary>
    public static readonly Rule WindowsName = new("IDEO4011", Severity.Warning, "File names that Windows does not allow");

    /// <summary>A dataset inside another one: its images are in both.</summary>
    public static readonly Rule Nested = new("IDEO4012", Severity.Warning, "Images of a folder with its own manifest");

    /// <summary>Images that the globs miss by the way names are written.</summary>
    public static readonly Rule LeftImages = new("IDEO4024", Severity.Warning, "Images that the globs miss");

    /// <summary>Images beside those of the dataset, in formats that Ideogram does not accept.</summary>
    public static readonly Rule LeftFormats = new("IDEO4025", Severity.Warning, "Images in formats that Ideogram does not accept");

    /// <summary>Files that only this machine has.</summary>
    public static readonly Rule NotInGit = new("IDEO4020", Severity.Warning, "Files that are not in git");

    /// <summary>Files that git or the commit holds and the folder lacks.</summary>
    public static readonly Rule IncompleteCheckout = new("IDEO4022", Severity.Error, "The checkout lacks files of the dataset");

    /// <summary>A file that is another one than the commit's.</summary>
    public static readonly Rule NotTheCommits = new("IDEO4023", Severity.Error, "A file is not the commit's");

    /// <summary>Attributes that change images when they are checked out.</summary>
    public static readonly Rule RewrittenByGit = new("IDEO4026", Severity.Warning, "An attribute makes git rewrite images");

    /// <summary>git did not list its files: a repository of another user, a damaged one, or one that takes too long.</summary>
    public static readonly Rule GitRefused = new("IDEO4021", Severity.Warning, "git does not list the repository's files");
}

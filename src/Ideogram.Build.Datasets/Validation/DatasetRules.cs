using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>What can be wrong with a dataset as a whole, as far as it shows without asking Ideogram. Codes from IDEO4050 on belong to the plan.</summary>
public static class DatasetRules
{
    /// <summary>A dataset holds at most 100 images (Ideogram's datasets documentation).</summary>
    public static readonly Rule TooManyImages = new("IDEO4001", Severity.Error, "More than 100 images");

    /// <summary>Training wants at least 15 images (Ideogram's reference of the training calls).</summary>
    public static readonly Rule TooFewForTraining = new("IDEO4002", Severity.Error, "Fewer than 15 images for a training");

    /// <summary>Two manifests would fill one dataset.</summary>
    public static readonly Rule SameTarget = new("IDEO4005", Severity.Error, "Two manifests with one target");

    /// <summary>Everything was excluded.</summary>
    public static readonly Rule NoImages = new("IDEO4009", Severity.Error, "A dataset without images");
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Training;

/// <summary>52xx: models and trainings.</summary>
public static class TrainingRules
{
    /// <summary>The manifest has no <c>training</c>.</summary>
    public static readonly Rule NothingToTrain = new("IDEO5201", Severity.Error, "The manifest has no training settings");

    /// <summary>The dataset is not what the manifest says, or has too few images.</summary>
    public static readonly Rule NotTheReviewedSet = new("IDEO5202", Severity.Error, "The dataset is not the set that was reviewed");

    /// <summary>The answer was lost, and no model showed within the settle window.</summary>
    public static readonly Rule Unknown = new("IDEO5203", Severity.Error, "Whether a training was started is unknown");

    /// <summary>ERRORED or ARCHIVED.</summary>
    public static readonly Rule Unusable = new("IDEO5204", Severity.Error, "The model of this set cannot be used");

    /// <summary>More trainings were due than one run may start.</summary>
    public static readonly Rule LeftOut = new("IDEO5205", Severity.Warning, "A training was not started");

    /// <summary>A training that was followed did not end in time.</summary>
    public static readonly Rule NotOver = new("IDEO5206", Severity.Error, "A training did not end in time");

    /// <summary>The caller has a reason to start none.</summary>
    public static readonly Rule NotReviewed = new("IDEO5207", Severity.Warning, "A training was not started, because its plan was not reviewed");
}

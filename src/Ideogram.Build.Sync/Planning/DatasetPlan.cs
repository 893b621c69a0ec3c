using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Sync.Planning;

/// <summary>What an upload of one manifest would do.</summary>
public sealed record DatasetPlan
{
    /// <summary>The manifest and what it names, validated.</summary>
    public required Dataset Dataset { get; init; }

    /// <summary>Where it would go; null if the manifest could not be read.</summary>
    public required DatasetTarget? Target { get; init; }

    /// <summary>What the plan was made against.</summary>
    public required PlanSource Source { get; init; }

    /// <summary>Whether it was compared with anything. If not, it is unknown what is new.</summary>
    public bool IsCompared => Source != PlanSource.None;

    /// <summary>The manifest's images, in the order of their paths; of images with the same bytes, the first.</summary>
    public IReadOnlyList<PlannedImage> Images { get; init; } = [];

    /// <summary>What the images' differences are from, where the whole set goes into a new dataset; null for none.</summary>
    public Baseline? Baseline { get; init; }

    /// <summary>Whether a new dataset takes the place of another, which stays at Ideogram.</summary>
    public bool IsReplacement => Baseline?.Source == PlanSource.Dataset;

    /// <summary>Files in the dataset that were uploaded by this tool and are no longer in the manifest.</summary>
    public IReadOnlyList<RemoteFile> Stale { get; init; } = [];

    /// <summary>Files in the dataset that were not uploaded by this tool.</summary>
    public IReadOnlyList<RemoteFile> Foreign { get; init; } = [];

    /// <summary>Names of files that are in the dataset more than once, although a run sends each one once.</summary>
    public IReadOnlyList<RemoteFile> Doubled { get; init; } = [];

    /// <summary>Ids of the models trained from the dataset.</summary>
    public IReadOnlyList<string> ModelIds { get; init; } = [];

    /// <summary>Images in the dataset before the upload; null if it was not queried.</summary>
    public int? ImagesBefore { get; init; }

    /// <summary>Problems of validation and of the plan.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Images in the dataset after everything was sent; null if it was not queried.</summary>
    public int? ImagesAfter => ImagesBefore + Images.Count(i => i.Change == Change.New);

    /// <summary>Whether it can be uploaded.</summary>
    public bool IsSound => !Diagnostics.Any(d => d.IsError);

    /// <summary>Whether the dataset, or the base commit, is known to hold another set than the manifest.</summary>
    public bool IsDifferent => IsCompared && (Images.Any(i => i.Change.IsDifference()) || Stale.Count + Doubled.Count > 0);

    /// <summary>Whether the manifest edits or drops what the dataset holds: then <c>update: auto</c> starts a new one. What the dataset does not show, or
    /// shows otherwise than it was sent, is no edit.</summary>
    public bool IsEdit => Stale.Count > 0 || Images.Any(i => i.Change is Change.CaptionChanged or Change.CaptionRemoved && !i.IsAltered);

    /// <summary>How many of <see cref="Images"/> have a change.</summary>
    /// <param name="change">The change.</param>
    public int Count(Change change) => Images.Count(i => i.Change == change);
}

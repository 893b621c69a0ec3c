using System.Text.Json.Serialization;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The result of one manifest in a run. Names, captions and reasons are texts of others: escape them.</summary>
public sealed record ReportedDataset
{
    // From here on a code is about Ideogram's answers.
    private const string FirstOfApi = "IDEO5";

    /// <summary>The manifest, relative to where the run was started or to the repository.</summary>
    public required string Manifest { get; init; }

    /// <summary>The dataset's name at Ideogram; null if the manifest could not be read.</summary>
    public required string? Name { get; init; }

    /// <summary>Its id, once known.</summary>
    public required string? Id { get; init; }

    /// <summary>The target at the base commit, if it was different.</summary>
    public required string? FormerTarget { get; init; }

    /// <summary>What the manifest says of edits; null if it could not be read.</summary>
    public required UpdatePolicy? Update { get; init; }

    /// <summary>What a whole new dataset is compared with; null for none.</summary>
    public required ReportedBaseline? Baseline { get; init; }

    /// <summary>Whether this run created the dataset.</summary>
    public required bool Created { get; init; }

    /// <summary>Whether you should now put the id into the manifest.</summary>
    public required bool Pin { get; init; }

    /// <summary>The digest of what the manifest says, whatever the dataset shows; null if something is wrong with it.</summary>
    public required string? Digest { get; init; }

    /// <summary>What the plan was made against.</summary>
    public required PlanSource Source { get; init; }

    /// <summary>Images in the dataset before the run; null if it was not queried.</summary>
    public required int? ImagesBefore { get; init; }

    /// <summary>Images that the dataset showed when it was last read.</summary>
    public required int? ImagesSeen { get; init; }

    /// <summary>Whether the dataset is as its manifest says; for a plan, whether it could be made so.</summary>
    public required bool Success { get; init; }

    /// <summary>What the manifest names.</summary>
    public required ReportedAssets Assets { get; init; }

    /// <summary>How many of <see cref="Images"/> have each outcome.</summary>
    public required ReportedTotals Totals { get; init; }

    /// <summary>One per image; of images with the same bytes, one. None if nothing was to be sent and the dataset was not queried.</summary>
    public required IReadOnlyList<ReportedImage> Images { get; init; }

    /// <summary>The outcome of the training; null if the run did not check it.</summary>
    public required ReportedTraining? Training { get; init; }

    /// <summary>Files in the dataset that were uploaded by this tool and are no longer in the manifest.</summary>
    public required IReadOnlyList<ReportedFile> Stale { get; init; }

    /// <summary>Files in the dataset that were not uploaded by this tool.</summary>
    public required IReadOnlyList<ReportedFile> Foreign { get; init; }

    /// <summary>Files uploaded by this tool that are in the dataset more than once.</summary>
    public required IReadOnlyList<ReportedFile> Doubled { get; init; }

    /// <summary>What a look at the whole found; null if nobody looked.</summary>
    public required ReportedHealth? Health { get; init; }

    /// <summary>Problems of validation, plan, upload and training.</summary>
    public required IReadOnlyList<ReportedProblem> Diagnostics { get; init; }

    /// <summary>Whether the plan was compared with anything. If not, it is unknown what is new.</summary>
    [JsonIgnore]
    public bool IsCompared => Source != PlanSource.None;

    /// <summary>Whether its manifest, images or captions have errors: not what Ideogram answered.</summary>
    [JsonIgnore]
    public bool HasErrorsHere => Diagnostics.Any(d => d.IsError && string.CompareOrdinal(d.Code, FirstOfApi) < 0);

    /// <summary>Whether a new dataset takes the place of another, which stays at Ideogram.</summary>
    [JsonIgnore]
    public bool IsReplacement => Baseline?.Source == PlanSource.Dataset;

    /// <summary>Whether a merge sends everything into a new dataset, although only a part of it changed.</summary>
    [JsonIgnore]
    public bool IsAnew => Baseline is not null && Images.Count > 0 && Images.All(i => i.Change == Change.New) && !IsPinnedUnqueried;

    /// <summary>Whether an upload would send nothing: because of errors, or because <c>update: additive</c> refuses the edits.</summary>
    [JsonIgnore]
    public bool IsRefused => Diagnostics.Any(d => d.IsError) || (Source == PlanSource.BaseCommit && Update == UpdatePolicy.Additive && Baseline is null
        && (Removed.Count > 0 || Images.Any(i => i.Edit || i.Shown is Change.CaptionChanged or Change.CaptionRemoved)));

    // An id is of a dataset that is there already.
    private bool IsPinnedUnqueried => Source == PlanSource.BaseCommit && Id is not null;

    /// <summary>What a person removed: from the baseline, where there is one, else from the dataset or the base commit.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReportedFile> Removed => Baseline?.Removed ?? Stale;

    /// <summary>Images in the dataset after everything was sent; null if it was not queried.</summary>
    [JsonIgnore]
    public int? ImagesAfter => ImagesBefore + Count(Change.New);

    /// <summary>Whether it succeeded, by its images and problems.</summary>
    [JsonIgnore]
    public bool IsSound => !Diagnostics.Any(d => d.IsError) && Images.All(i => i.Outcome.IsSuccess());

    /// <summary>Whether the dataset was known to hold another set than the manifest, before anything was sent.</summary>
    [JsonIgnore]
    public bool IsDifferent => IsCompared && (Images.Any(i => i.Change.IsDifference()) || Stale.Count + Doubled.Count > 0);

    /// <summary>Whether a run did or would change anything: for an upload what it sent and started, for a plan all that differs.</summary>
    /// <param name="kind">What the run was for.</param>
    public bool IsChanged(RunKind kind) => kind == RunKind.Upload
        ? Images.Any(i => i.Outcome is Outcome.Uploaded or Outcome.CaptionSent) || Training?.Outcome == TrainingOutcome.Started
        : IsDifferent || FormerTarget is not null || Training?.Outcome is TrainingOutcome.Due or TrainingOutcome.Started;

    /// <summary>The same with totals and success computed from its images and problems, whatever it said itself.</summary>
    /// <param name="kind">What the run was for.</param>
    public ReportedDataset Recounted(RunKind kind) => this with { Totals = ReportedTotals.From(kind, Assets, Images), Success = IsSound };

    /// <summary>How many images have a change.</summary>
    /// <param name="change">The change.</param>
    public int Count(Change change) => Images.Count(i => i.Change == change);

    /// <summary>The part of a document about one manifest.</summary>
    /// <param name="kind">What the run was for.</param>
    /// <param name="report">The engine's result.</param>
    /// <param name="display">Gives the displayed name of a file for its full path.</param>
    public static ReportedDataset From(RunKind kind, DatasetReport report, Func<string, string> display)
    {
        var plan = report.Plan;
        var assets = ReportedAssets.From(plan.Dataset);
        IReadOnlyList<ReportedImage> images = [.. report.Images.Select(i => ReportedImage.From(i, display))];
        return new ReportedDataset
        {
            Manifest = display(plan.Dataset.ManifestPath),
            Name = plan.Target?.Name,
            Id = report.DatasetId,
            FormerTarget = plan.Target?.Former,
            Update = plan.Dataset.Manifest?.Update,
            Baseline = plan.Baseline is { } baseline ? ReportedBaseline.From(baseline) : null,
            Created = report.IsCreated,
            Pin = report.IsWorthPinning,
            Digest = PlanDigest.Of(plan.Dataset),
            Source = plan.Source,
            ImagesBefore = plan.ImagesBefore,
            ImagesSeen = report.ImagesSeen,
            Success = report.IsSuccess,
            Assets = assets,
            Totals = ReportedTotals.From(kind, assets, images),
            Images = images,
            Training = report.Training is { } training ? ReportedTraining.From(training) : null,
            Stale = [.. plan.Stale.Select(ReportedFile.From)],
            Foreign = [.. plan.Foreign.Select(ReportedFile.From)],
            Doubled = [.. plan.Doubled.Select(ReportedFile.From)],
            Health = ReportedHealth.From(plan.Dataset),
            Diagnostics = [.. report.Diagnostics.Select(d => ReportedProblem.From(d, display))],
        };
    }

    /// <summary>A manifest about which only a problem is known.</summary>
    /// <param name="manifest">The manifest, as <see cref="Manifest"/> has it.</param>
    /// <param name="problem">The problem.</param>
    public static ReportedDataset Unknown(string manifest, ReportedProblem problem) => new()
    {
        Manifest = manifest,
        Name = null,
        Id = null,
        FormerTarget = null,
        Update = null,
        Baseline = null,
        Created = false,
        Pin = false,
        Digest = null,
        Source = PlanSource.None,
        ImagesBefore = null,
        ImagesSeen = null,
        Success = !problem.IsError,
        Assets = new ReportedAssets(0, 0, 0, 0, 0),
        Totals = new ReportedTotals(0, 0, 0, 0, 0, 0, 0),
        Images = [],
        Training = null,
        Stale = [],
        Foreign = [],
        Doubled = [],
        Health = null,
        Diagnostics = [problem],
    };
}

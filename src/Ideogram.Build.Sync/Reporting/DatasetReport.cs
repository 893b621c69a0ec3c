using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What became of one manifest in a run.</summary>
public sealed record DatasetReport
{
    /// <summary>What was planned.</summary>
    public required DatasetPlan Plan { get; init; }

    /// <summary>The dataset's id, once known.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Whether this run created the dataset.</summary>
    public bool IsCreated { get; init; }

    /// <summary>Whether a person should now put the id into the manifest. A revision cannot have one: another set is another dataset.</summary>
    public bool IsWorthPinning => IsCreated && Plan.Dataset.Manifest is { Id: null, Update: not UpdatePolicy.Revision };

    /// <summary>One result per planned image, in the plan's order; none where only a plan was made and the dataset was not asked.</summary>
    public required IReadOnlyList<ImageResult> Images { get; init; }

    /// <summary>Images that the dataset showed when it was read last; null if it was not.</summary>
    public int? ImagesSeen { get; init; }

    /// <summary>What became of the training, if the run looked at it.</summary>
    public TrainingResult? Training { get; init; }

    /// <summary>Problems of validation, plan and upload.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>How many images came to an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(Outcome outcome) => Images.Count(i => i.Outcome == outcome);

    /// <summary>Whether the dataset is as the manifest wants it, or for a plan: could be made so.</summary>
    public bool IsSuccess =>
        !Diagnostics.Any(d => d.IsError) && Images.All(i => i.Outcome is Outcome.Planned or Outcome.Unchanged or Outcome.Uploaded);
}

using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The result of one manifest in a run.</summary>
public sealed record DatasetReport
{
    /// <summary>What was planned.</summary>
    public required DatasetPlan Plan { get; init; }

    /// <summary>The dataset's id, once known.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Whether this run created the dataset.</summary>
    public bool IsCreated { get; init; }

    /// <summary>Whether the user should now put the id into the manifest. Where an edit makes another dataset, an id would stop it.</summary>
    public bool IsWorthPinning => IsCreated && Plan.Dataset.Manifest is { Id: null, Update: UpdatePolicy.Additive or UpdatePolicy.KeepStale };

    /// <summary>One result per planned image, in the plan's order; none if only a plan was made and the dataset was not queried.</summary>
    public required IReadOnlyList<ImageResult> Images { get; init; }

    /// <summary>Images that the dataset showed when it was last read; null if it was not read.</summary>
    public int? ImagesSeen { get; init; }

    /// <summary>The outcome of the training, if the run checked it.</summary>
    public TrainingResult? Training { get; init; }

    /// <summary>Problems of validation, plan and upload.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>How many images have an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(Outcome outcome) => Images.Count(i => i.Outcome == outcome);

    /// <summary>Whether the dataset is as the manifest says, or for a plan: whether an upload could make it so.</summary>
    public bool IsSuccess =>
        !Diagnostics.Any(d => d.IsError) && Images.All(i => i.Outcome.IsSuccess());
}

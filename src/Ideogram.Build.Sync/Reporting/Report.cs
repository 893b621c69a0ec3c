using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a run found and did: the engine's result. Every output shows the <see cref="ReportDocument"/> that is made from it.</summary>
public sealed record Report
{
    /// <summary>What the run was for.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>When the run began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>One report per manifest.</summary>
    public required IReadOnlyList<DatasetReport> Datasets { get; init; }

    /// <summary>Whether the run was cancelled. Then it says what is known, and the rest was not sent.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>How many images of all datasets have an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(Outcome outcome) => Datasets.Sum(d => d.Count(outcome));

    /// <summary>All problems.</summary>
    public IEnumerable<Diagnostic> Diagnostics => Datasets.SelectMany(d => d.Diagnostics);

    /// <summary>Whether every dataset is as its manifest says.</summary>
    public bool IsSuccess => !IsCancelled && Datasets.All(d => d.IsSuccess);

    /// <summary>The report of a run that sends nothing.</summary>
    /// <param name="plan">What it found.</param>
    /// <param name="kind">What the run was for.</param>
    /// <param name="started">When it began.</param>
    /// <param name="elapsed">How long it took.</param>
    public static Report FromPlan(Plan plan, RunKind kind, DateTimeOffset started, TimeSpan elapsed) => new()
    {
        Kind = kind,
        Started = started,
        Elapsed = elapsed,
        Datasets = [.. plan.Datasets.Select(d => new DatasetReport
        {
            Plan = d,
            DatasetId = d.Target?.Id,
            // Without a query nothing is planned: everything can be in the dataset already.
            Images = d.IsCompared ? [.. d.Images.Select(ImageResult.Planned)] : [],
            ImagesSeen = d.ImagesBefore,
            Diagnostics = d.Diagnostics,
        })],
    };
}

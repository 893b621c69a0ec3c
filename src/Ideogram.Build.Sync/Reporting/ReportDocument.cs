using System.Text.Json.Serialization;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A report as docs/report.schema.json describes it, version 1: flat, without objects of the engine. Every output and every merge reads it.</summary>
public sealed record ReportDocument
{
    /// <summary>The version of the format. A reader must refuse versions that it does not know.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the report.</summary>
    public required int Version { get; init; }

    /// <summary>What the run was for.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>The workflow run that made it; null outside GitHub Actions.</summary>
    public required ReportedRun? Run { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took.</summary>
    public required long Milliseconds { get; init; }

    /// <summary>Whether every dataset is as its manifest says; for a plan, whether it could be made so.</summary>
    public required bool Success { get; init; }

    /// <summary>Whether the run was cancelled: then it says what is known.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>The digest of what all manifests say, whatever the datasets show; null if something is wrong with one.</summary>
    public required string? PlanDigest { get; init; }

    /// <summary>How many images have each outcome, all datasets together.</summary>
    public required ReportedTotals Totals { get; init; }

    /// <summary>One per manifest.</summary>
    public required IReadOnlyList<ReportedDataset> Datasets { get; init; }

    /// <summary>All problems.</summary>
    [JsonIgnore]
    public IEnumerable<ReportedProblem> Problems => Datasets.SelectMany(d => d.Diagnostics);

    /// <summary>Whether the run did or would change anything.</summary>
    [JsonIgnore]
    public bool HasChanges => Datasets.Any(d => d.IsChanged(Kind));

    /// <summary>The document of the engine's result.</summary>
    /// <param name="report">The engine's result.</param>
    /// <param name="display">Gives the displayed name of a file for its full path.</param>
    /// <param name="run">The workflow run; null outside GitHub Actions.</param>
    public static ReportDocument From(Report report, Func<string, string> display, ReportedRun? run = null) => Create(
        report.Kind, run, report.Started, (long)report.Elapsed.TotalMilliseconds, report.IsCancelled,
            [.. report.Datasets.Select(d => ReportedDataset.From(report.Kind, d, display))]);

    /// <summary>A document of datasets, with its totals.</summary>
    /// <param name="kind">What the run was for.</param>
    /// <param name="run">The workflow run; null outside GitHub Actions.</param>
    /// <param name="started">When it began.</param>
    /// <param name="milliseconds">How long it took.</param>
    /// <param name="cancelled">Whether it was cancelled.</param>
    /// <param name="datasets">One per manifest.</param>
    public static ReportDocument Create(
        RunKind kind, ReportedRun? run, DateTimeOffset started, long milliseconds, bool cancelled, IReadOnlyList<ReportedDataset> datasets) => new()
        {
            Version = CurrentVersion,
            Kind = kind,
            Run = run,
            Started = started,
            Milliseconds = milliseconds,
            Success = !cancelled && datasets.All(d => d.Success),
            Cancelled = cancelled,
            PlanDigest = Planning.PlanDigest.Of([.. datasets.Select(d => d.Digest)]),
            Totals = ReportedTotals.Sum(datasets.Select(d => d.Totals)),
            Datasets = datasets,
        };

    /// <summary>The same document with totals and successes computed from its images and problems, whatever it said itself.</summary>
    internal ReportDocument Recounted() => Create(
        Kind, Run, Started, Milliseconds, Cancelled, [.. Datasets.Select(d => d.Recounted(Kind))]);

    /// <summary>How many problems have a severity.</summary>
    /// <param name="severity">The severity.</param>
    public int Count(Severity severity) => Problems.Count(p => p.Severity == severity);
}

using System.Globalization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Merges the reports of other jobs into one.</summary>
/// <param name="finder">Finds them.</param>
/// <param name="origin">The run that made them.</param>
internal sealed class JobReports(ReportFinder finder, ReportOrigin origin)
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private const int MaxDatasets = 10_000;

    /// <summary>Reads the reports of a run's jobs and merges them.</summary>
    /// <param name="names">Files, or folders that hold <c>*.json</c> at any depth.</param>
    /// <param name="expected">The manifests that must have a report, as reports name them; none if that is unknown, and then there must be a
    /// report.</param>
    /// <param name="kind">The kind of the run, if no report says it.</param>
    /// <param name="started">When the merging run began.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="UsageException">A report is missing, cannot be read, or is from another run.</exception>
    public async Task<MergedReport> MergeAsync(IReadOnlyList<string> names, IReadOnlyList<string> expected, RunKind kind, DateTimeOffset started,
        CancellationToken cancellationToken)
    {
        var files = finder.Find(names, mayLack: expected.Count > 0);
        if (files.Count == 0 && expected.Count == 0)
            throw new UsageException("The input reports names no JSON report. Give it the folder of runner.temp into which "
                + "actions/download-artifact put them.", GitHubRules.WrongReport);
        var reports = await ReadAllAsync(files, [.. expected], cancellationToken);
        var datasets = reports.SelectMany(r => r.Datasets).ToList();
        var silent = expected.Except(datasets.Select(d => d.Manifest), StringComparer.Ordinal).ToList();
        // With one upload among them the whole is an upload: its outcomes are the most important.
        return new MergedReport(silent, ReportDocument.Create(
            reports.Select(r => r.Kind).DefaultIfEmpty(kind).Max(),
            null,
            reports.Select(r => r.Started).Append(started).Min(),
            reports.Select(r => r.Milliseconds).DefaultIfEmpty().Max(),
            reports.Exists(r => r.Cancelled),
            [.. datasets.Concat(silent.Select(Silent)).OrderBy(d => d.Manifest, StringComparer.Ordinal)]));
    }

    // Its result is unknown, so the whole must not look successful.
    private static ReportedDataset Silent(string manifest)
    {
        var problem = ReportedProblem.From(GitHubRules.NoReport.At(manifest, Position.Start, "The job for this manifest left no report, so what it did is "
            + "unknown. Look at its log, then run the failed jobs again: what was sent is not sent twice."), file => file);
        return ReportedDataset.Unknown(manifest, problem);
    }

    private async Task<List<ReportDocument>> ReadAllAsync(IReadOnlyList<string> files, HashSet<string> expected, CancellationToken cancellationToken)
    {
        var reports = new List<ReportDocument>();
        var manifests = new Dictionary<string, string>(StringComparer.Ordinal);
        var left = MaxBytes;
        foreach (var file in files)
        {
            left -= new FileInfo(file).Length;
            if (left < 0)
                throw Wrong(GitHubRules.TooManyReports, file, string.Create(CultureInfo.InvariantCulture, $"Together with it, the reports have more than "
                    + $"{MaxBytes / 1024 / 1024} MiB. Divide the manifests among more workflows"));
            var report = await ReadAsync(file, cancellationToken);
            foreach (var manifest in report.Datasets.Select(d => d.Manifest))
            {
                if (manifests.TryGetValue(manifest, out var other))
                    throw Wrong(GitHubRules.TwoReports, file, $"It describes {MessageText.Quote(manifest)}, and {finder.Name(other)} does too. "
                        + "Give each manifest to one job, and keep only this run's reports in the folder");
                if (expected.Count > 0 && !expected.Contains(manifest))
                    throw Wrong(GitHubRules.UnnamedReport, file, $"It describes {MessageText.Quote(manifest)}, which the input matrix does not name");
                manifests.Add(manifest, file);
            }

            if (manifests.Count > MaxDatasets)
                throw Wrong(GitHubRules.TooManyReports, file, string.Create(CultureInfo.InvariantCulture, $"Together with it, there are more than "
                    + $"{MaxDatasets} datasets. Divide the manifests among more workflows"));
            reports.Add(origin.IsStrange ? StrangersReport.AsPlan(report) : report);
        }

        return reports;
    }

    private async Task<ReportDocument> ReadAsync(string file, CancellationToken cancellationToken)
    {
        ReportDocument report;
        try
        {
            report = JsonReport.Read(await File.ReadAllBytesAsync(file, cancellationToken));
        }
        catch (FormatException e)
        {
            throw Wrong(GitHubRules.WrongReport, file, $"It cannot be read: {MessageText.OneLine(e.Message, 400)} Use the same version of "
                + "the action in all jobs");
        }

        return origin.Objection(report) is { } objection
            ? throw Wrong(GitHubRules.OtherRunsReport, file, $"{objection}. Download only the reports of this run")
            : report;
    }

    private UsageException Wrong(Rule rule, string file, string why) => new($"The report {finder.Name(file)} is refused. {why}.", rule);
}

/// <summary>The reports of other jobs in one.</summary>
/// <param name="Silent">The manifests without the report that they must have.</param>
/// <param name="Report">The reports, and an error for each silent manifest.</param>
internal sealed record MergedReport(IReadOnlyList<string> Silent, ReportDocument Report);

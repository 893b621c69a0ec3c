using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Running;

/// <summary>The reports that other jobs left, merged into one.</summary>
/// <param name="workspace">Full path of the workspace, which names are relative to.</param>
internal sealed class ReportFiles(string workspace)
{
    private const long LargestReport = 64 * 1024 * 1024;
    private const int MostReports = 1000;

    /// <param name="names">Files, or folders that hold <c>*.json</c> at any depth.</param>
    /// <param name="expected">The manifests that a report is due from, as reports name them; none if that is not known, and then there must be a report.</param>
    /// <param name="kind">What the run is for, where no report says it.</param>
    /// <param name="started">When the merging run began.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UsageException">A report is missing or cannot be read.</exception>
    public async Task<GatheredReport> MergeAsync(IReadOnlyList<string> names, IReadOnlyList<string> expected, RunKind kind, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var files = names.SelectMany(name => Files(name, mayLack: expected.Count > 0)).Distinct().Order(StringComparer.Ordinal).Take(MostReports).ToList();
        if (files.Count == 0 && expected.Count == 0)
            throw Wrong("The input reports names no JSON report. Give it the folder into which actions/download-artifact put them.");
        var reports = new List<ReportDocument>();
        foreach (var file in files)
            reports.Add(await ReadAsync(file, cancellationToken));
        var datasets = reports.SelectMany(r => r.Datasets).ToList();
        var silent = expected.Except(datasets.Select(d => d.Manifest), StringComparer.Ordinal).ToList();
        // One upload among them makes the whole an upload: its outcomes are what people wait for.
        return new GatheredReport(silent, ReportDocument.Create(
            reports.Select(r => r.Kind).DefaultIfEmpty(kind).Max(),
            null,
            reports.Select(r => r.Started).Append(started).Min(),
            reports.Select(r => r.Milliseconds).DefaultIfEmpty().Max(),
            reports.Exists(r => r.Cancelled),
            [.. datasets.Concat(silent.Select(Silent)).OrderBy(d => d.Manifest, StringComparer.Ordinal)]));
    }

    // What became of it is unknown, and nothing may look as if it were well.
    private static ReportedDataset Silent(string manifest)
    {
        var problem = ReportedProblem.From(GitHubRules.NoReport.At(manifest, Position.Start, "The job for this manifest left no report, so what it did is unknown. Look at its log, then run the failed jobs again: what was sent is not sent twice."), file => file);
        return ReportedDataset.Unknown(manifest, problem);
    }

    private IEnumerable<string> Files(string name, bool mayLack)
    {
        var path = Path.GetFullPath(name, workspace);
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*.json", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
        return File.Exists(path) ? [path] : mayLack ? [] : throw Wrong($"The report '{name}' does not exist. Did the job that writes it upload it with actions/upload-artifact?");
    }

    private async Task<ReportDocument> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (new FileInfo(file) is { Length: > LargestReport } or { LinkTarget: not null })
            throw Wrong($"The report '{Path.GetRelativePath(workspace, file)}' is too large or a link.");
        try
        {
            return JsonReport.Read(await File.ReadAllBytesAsync(file, cancellationToken));
        }
        catch (FormatException e)
        {
            throw Wrong($"The report '{Path.GetRelativePath(workspace, file)}' cannot be read. {e.Message} Use the same version of the action in all jobs.");
        }
    }

    private static UsageException Wrong(string message) => new(message, GitHubRules.WrongReport);
}

/// <summary>The reports of other jobs in one.</summary>
/// <param name="Silent">The manifests that a report was due from and that none speaks of.</param>
/// <param name="Report">The reports, and an error for each silent manifest.</param>
internal sealed record GatheredReport(IReadOnlyList<string> Silent, ReportDocument Report);

using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Running;

/// <summary>The reports that other jobs left, merged into one.</summary>
/// <param name="workspace">Full path of the workspace, which names are relative to.</param>
/// <param name="root">Full path of the repository's top, which the reports' own paths are relative to.</param>
internal sealed class ReportFiles(string workspace, string root)
{
    private const long LargestReport = 64 * 1024 * 1024;
    private const int MostReports = 1000;

    /// <param name="names">Files, or folders that hold <c>*.json</c> at any depth.</param>
    /// <param name="started">When the merging run began.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UsageException">A report is missing or cannot be read.</exception>
    public async Task<Report> MergeAsync(IReadOnlyList<string> names, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var files = names.SelectMany(Files).Distinct().Order(StringComparer.Ordinal).Take(MostReports).ToList();
        if (files.Count == 0)
            throw Wrong("The input reports names no JSON report. Give it the folder into which actions/download-artifact put them.");
        var reports = new List<Report>();
        foreach (var file in files)
            reports.Add(await ReadAsync(file, cancellationToken));
        return new Report
        {
            // One upload among them makes the whole an upload: its outcomes are what people wait for.
            Kind = reports.Max(r => r.Kind),
            Started = reports.Min(r => r.Started) is var first && first < started ? first : started,
            Elapsed = reports.Max(r => r.Elapsed),
            IsCancelled = reports.Exists(r => r.IsCancelled),
            Datasets = [.. reports.SelectMany(r => r.Datasets).OrderBy(d => d.Plan.Dataset.ManifestPath, StringComparer.Ordinal)],
        };
    }

    private IEnumerable<string> Files(string name)
    {
        var path = Path.GetFullPath(name, workspace);
        if (Directory.Exists(path))
            return Directory.EnumerateFiles(path, "*.json", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
        return File.Exists(path) ? [path] : throw Wrong($"The report '{name}' does not exist. Did the job that writes it upload it with actions/upload-artifact?");
    }

    private async Task<Report> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (new FileInfo(file) is { Length: > LargestReport } or { LinkTarget: not null })
            throw Wrong($"The report '{Path.GetRelativePath(workspace, file)}' is too large or a link.");
        try
        {
            return new JsonReportReader(root).Read(await File.ReadAllBytesAsync(file, cancellationToken));
        }
        catch (FormatException e)
        {
            throw Wrong($"The report '{Path.GetRelativePath(workspace, file)}' cannot be read. {e.Message} Use the same version of the action in all jobs.");
        }
    }

    private static UsageException Wrong(string message) => new(message, GitHubRules.WrongReport);
}

using System.Globalization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>
/// Finds the reports of other jobs. A file in a work tree can come from a pull request, and a link can lead anywhere. So a
/// report is a plain file below the runner's temp folder, outside every repository.
/// </summary>
/// <param name="workspace">Full path of the workspace.</param>
/// <param name="temp">Full path of the runner's temp folder, which names are relative to; null if there is none.</param>
internal sealed class ReportFinder(string workspace, string? temp)
{
    // The most jobs of a matrix.
    private const int MaxReports = 256;
    private const int MaxEntries = 10_000;

    private static readonly EnumerationOptions AllEntries = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
        MaxRecursionDepth = 16
    };

    /// <summary>Full paths of the reports, in order.</summary>
    /// <param name="names">Files, or folders that hold <c>*.json</c> at any depth.</param>
    /// <param name="mayLack">Whether a name may find nothing.</param>
    /// <exception cref="UsageException">A report is missing, is in a wrong place, or there are too many.</exception>
    public IReadOnlyList<string> Find(IReadOnlyList<string> names, bool mayLack)
    {
        var files = names.SelectMany(name => FilesOf(name, mayLack)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MaxReports + 1)
            .ToList();
        return files.Count <= MaxReports
            ? files
            : throw Wrong(GitHubRules.TooManyReports, string.Create(CultureInfo.InvariantCulture, $"There are more than {MaxReports} reports; the last one "
                + $"read is {Name(files[^1])}. A matrix has at most that many jobs: set the input reports to a folder with only this run's reports."));
    }

    /// <summary>A report in a message: its path from the temp folder, where it is there.</summary>
    public string Name(string file) => MessageText.Quote(temp is not null && IsBelow(file, temp) ? Path.GetRelativePath(temp, file) : file);

    private List<string> FilesOf(string name, bool mayLack)
    {
        var path = PathOf(name);
        if (!Path.Exists(path))
            return mayLack ? [] : throw Wrong(GitHubRules.WrongReport, $"The report {MessageText.Quote(name)} does not exist below runner.temp. "
                + "Did the job that writes it upload it with actions/upload-artifact, and is it downloaded to a folder of runner.temp?");
        RefusePlace(path);
        if (!Directory.Exists(path))
            return [path];
        var entries = new DirectoryInfo(path).EnumerateFileSystemInfos("*", AllEntries).Take(MaxEntries + 1).ToList();
        if (entries.Count > MaxEntries)
            throw Wrong(GitHubRules.TooManyReports, $"{Name(path)} holds more than {MaxEntries.ToString(CultureInfo.InvariantCulture)} files and folders. "
                + "Set the input reports to a folder with only this run's reports.");
        if (entries.Find(e => e.LinkTarget is not null || e.Name == ".git") is { } wrong)
            throw Wrong(GitHubRules.ReportPlace, $"{Name(wrong.FullName)} is a link or a repository, not a report. "
                + "Reports are plain files in a folder below runner.temp.");
        return [.. entries.OfType<FileInfo>().Where(f => f.Extension == ".json").Select(f => f.FullName)];
    }

    // If the temp folder does not have it, a name that leads into the workspace is refused there, not skipped.
    private string PathOf(string name)
    {
        var (path, inside) = (Path.GetFullPath(name, temp ?? workspace), Path.GetFullPath(name, workspace));
        return Path.Exists(path) ? path : Path.Exists(inside) ? inside : path;
    }

    private void RefusePlace(string path)
    {
        var real = Real(path);
        if (new FileInfo(path).LinkTarget is not null)
            throw Misplaced(path, "is a link");
        if (IsBelow(real, Real(workspace)))
            throw Misplaced(path, "is in the workspace, where a pull request can put files");
        if (RepositoryRoot.FindTop(real) is { } top)
            throw Misplaced(path, $"is in the work tree {MessageText.Quote(top)}");
        if (temp is not null && !IsBelow(real, Real(temp)))
            throw Misplaced(path, "is outside runner.temp");
    }

    private UsageException Misplaced(string path, string why) =>
        Wrong(GitHubRules.ReportPlace, $"The report {Name(path)} {why}. Download reports with actions/download-artifact into a folder of runner.temp (path: "
            + "${{ runner.temp }}/ideogram-reports), and give the input reports the folder's name.");

    // Every link in it followed. The path exists, so it ends.
    private static string Real(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in path[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = new FileInfo(next).LinkTarget is null ? next : Real(new FileInfo(next).ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }

        return real;
    }

    private static bool IsBelow(string path, string folder) =>
        path == folder || path.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static UsageException Wrong(Rule rule, string message) => new(message, rule);
}

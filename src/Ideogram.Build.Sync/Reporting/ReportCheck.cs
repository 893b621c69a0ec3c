using System.Text.RegularExpressions;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What docs/report.schema.json requires beyond names and types: numbers and lists in range, and paths inside the repository.</summary>
internal static partial class ReportCheck
{
    // Far above what an honest run writes, and far below an overflow of their sums.
    private const long MaxBytes = 1_000_000_000_000;
    private const long MaxMilliseconds = 1_000_000_000_000;
    private const int MaxCount = 1_000_000;
    private const int MaxFiles = 10_000;
    private const int MaxPathLength = 4_096;

    /// <summary>Checks a report that was read.</summary>
    /// <param name="report">The report.</param>
    /// <exception cref="FormatException">Something is out of range; the message says what.</exception>
    public static void Check(ReportDocument report)
    {
        Require(report.Version == ReportDocument.CurrentVersion, FormattableString.Invariant($"This tool reads only version {ReportDocument.CurrentVersion}."));
        Require(report.Run is null or { Id.Length: > 0 and <= 40, Attempt: > 0 }, "Its run is not a run of GitHub.");
        Require(report.PlanDigest is null || Hash().IsMatch(report.PlanDigest), "The plan's digest is not SHA-256.");
        Range(report.Milliseconds, MaxMilliseconds, "milliseconds");
        foreach (var dataset in report.Datasets) Check(dataset);
    }

    private static void Check(ReportedDataset dataset)
    {
        Path(dataset.Manifest, "manifest");
        Range(dataset.ImagesBefore ?? 0, MaxCount, "imagesBefore");
        Range(dataset.ImagesSeen ?? 0, MaxCount, "imagesSeen");
        Range(dataset.Assets.Images, MaxCount, "assets.images");
        Range(dataset.Assets.Captions, MaxCount, "assets.captions");
        Range(dataset.Assets.Bytes, MaxBytes, "assets.bytes");
        Range(dataset.Assets.Duplicates, MaxCount, "assets.duplicates");
        Range(dataset.Assets.Broken, MaxCount, "assets.broken");
        Require(dataset.Digest is null || Hash().IsMatch(dataset.Digest), "A digest is not SHA-256.");
        if (dataset.Health is { } health) Check(health);
        Require(dataset.Images.Count <= IdeogramLimits.MaxImages,
            FormattableString.Invariant($"A dataset has {dataset.Images.Count} images, and {IdeogramLimits.MaxImages} is Ideogram's limit."));
        foreach (var image in dataset.Images) Check(image);
        foreach (var files in new[] { dataset.Stale, dataset.Foreign, dataset.Doubled, dataset.Baseline?.Removed ?? [], dataset.Baseline?.Foreign ?? [] })
            Check(files);
        Require(dataset.Baseline?.Source != PlanSource.None, "A baseline is a dataset or a commit.");
        Require(dataset.Baseline is not null || dataset.Images.All(i => i.Difference is null), "A difference is from a baseline.");
        Require(dataset.Diagnostics.Count <= MaxFiles, "A dataset has too many diagnostics.");
        foreach (var problem in dataset.Diagnostics) Check(problem);
    }

    private static void Check(ReportedHealth health)
    {
        foreach (var size in new[] { health.Smallest, health.Median })
        {
            Range(size.Width, int.MaxValue, "width");
            Range(size.Height, int.MaxValue, "height");
        }

        foreach (var count in new[] { health.Wide, health.Tall, health.Square, health.Findings, health.NotCompared }) Range(count, MaxCount, "health");
        Require(health.NearDuplicates.Count <= ReportedHealth.MaxPairs, "A dataset has too many near duplicates.");
        foreach (var path in health.NearDuplicates.SelectMany(p => new[] { p.First, p.Second }))
            Require(path.Length is > 0 and <= MaxPathLength, "An image's path is empty or too long.");
    }

    private static void Check(ReportedImage image)
    {
        Path(image.File, "file");
        Require(image.Path.Length is > 0 and <= MaxPathLength, "An image's path is empty or too long.");
        Range(image.Width, int.MaxValue, "width");
        Range(image.Height, int.MaxValue, "height");
        Range(image.Bytes, MaxBytes, "bytes");
        Range(image.BytesSent, MaxBytes, "bytesSent");
        Range(image.Attempts, MaxCount, "attempts");
        Range(image.Milliseconds, MaxMilliseconds, "milliseconds");
        Require(Hash().IsMatch(image.Sha256), "A hash is not SHA-256.");
        Require(image.Code is null || Code().IsMatch(image.Code), "A code is not IDEO and four digits.");
        Require(image.Twins.Count <= IdeogramLimits.MaxImages, "An image has too many twins.");
    }

    private static void Check(IReadOnlyList<ReportedFile> files)
    {
        Require(files.Count <= MaxFiles, "A dataset has too many files.");
        foreach (var file in files) Range(file.Bytes ?? 0, long.MaxValue, "bytes");
    }

    private static void Check(ReportedProblem problem)
    {
        Require(Code().IsMatch(problem.Code), "A code is not IDEO and four digits.");
        Require(problem.HelpLink == new Rule(problem.Code, problem.Severity, "").HelpLink, "A help link does not belong to its code.");
        Range(problem.Line - 1L, int.MaxValue, "line");
        Range(problem.Column - 1L, int.MaxValue, "column");
        if (problem.File != ".") Path(problem.File, "file");
    }

    private static void Path(string path, string member) => Require(
        path.Length <= MaxPathLength && path.Split('/').All(part => part is not ("" or "." or "..")), $"A {member} is not a path inside the repository.");

    private static void Range(long value, long most, string member) => Require(value >= 0 && value <= most, $"A number is out of range: {member}.");

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo) throw new FormatException(otherwise);
    }

    [GeneratedRegex(@"^IDEO[0-9]{4}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hash();
}

using System.Text.Json;
using System.Text.RegularExpressions;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>
/// Reads what <see cref="JsonReport"/> wrote, so that one job can show the reports of many. A report may come from a stranger's pull
/// request: everything in it is checked or treated as text, and no path in it leaves the repository.
/// </summary>
/// <param name="root">Full path of the folder that the report's files are relative to. Nothing in it is opened.</param>
public sealed partial class JsonReportReader(string root)
{
    private const int MostImages = 10_000;

    /// <summary>Reads a report.</summary>
    /// <param name="json">Its bytes; the caller bounds them.</param>
    /// <exception cref="FormatException">It is no such report, or of another version.</exception>
    public Report Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            var report = document.RootElement;
            if (report.GetProperty("version").GetInt32() != JsonReport.Version)
                throw new FormatException($"Only version {JsonReport.Version} is known.");
            return new Report
            {
                Kind = Value<RunKind>(report, "kind"),
                Started = report.GetProperty("started").GetDateTimeOffset(),
                Elapsed = TimeSpan.FromMilliseconds(report.GetProperty("milliseconds").GetUInt32()),
                IsCancelled = report.GetProperty("cancelled").GetBoolean(),
                Datasets = [.. report.GetProperty("datasets").EnumerateArray().Select(Dataset)],
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or OverflowException or ArgumentException)
        {
            throw new FormatException("It is not a report of this tool.", e);
        }
    }

    private DatasetReport Dataset(JsonElement dataset)
    {
        var manifest = Full(Required(dataset, "manifest"));
        var folder = Path.GetDirectoryName(manifest)!;
        var images = dataset.GetProperty("images").EnumerateArray().Take(MostImages).Select(i => Image(i, folder)).ToList();
        var diagnostics = dataset.GetProperty("diagnostics").EnumerateArray().Take(MostImages).Select(Problem).ToList();
        return new DatasetReport
        {
            Plan = new DatasetPlan
            {
                Dataset = new Dataset { ManifestPath = manifest, Manifest = null, Assets = [.. images.Select(i => i.Image.Asset)], Diagnostics = [], Inputs = [], Root = root },
                Target = Text(dataset, "name") is { } name ? new DatasetTarget(name, Text(dataset, "id")) { Former = Text(dataset, "formerTarget") } : null,
                Source = Value<PlanSource>(dataset, "source"),
                Images = [.. images.Select(i => i.Image)],
                Stale = Files(dataset, "stale"),
                Foreign = Files(dataset, "foreign"),
                Doubled = Files(dataset, "doubled"),
                ImagesBefore = Number(dataset, "imagesBefore"),
                Diagnostics = diagnostics,
            },
            DatasetId = Text(dataset, "id"),
            IsCreated = dataset.GetProperty("created").GetBoolean(),
            Images = images,
            ImagesSeen = Number(dataset, "imagesSeen"),
            Training = dataset.GetProperty("training") is { ValueKind: JsonValueKind.Object } training ? Training(training) : null,
            Diagnostics = diagnostics,
        };
    }

    private ImageResult Image(JsonElement image, string folder)
    {
        var path = Required(image, "path");
        var archive = path.IndexOf(".zip!", StringComparison.OrdinalIgnoreCase);
        var file = Path.GetFullPath(archive < 0 ? path : path[..(archive + 4)], folder);
        var info = new ImageInfo(Value<ImageFormat>(image, "format"), image.GetProperty("width").GetInt32(), image.GetProperty("height").GetInt32(), image.GetProperty("bytes").GetInt64(), Hash(image));
        var caption = Text(image, "caption") is { } text ? new Caption(text, CaptionKind.Text, file, Position.Start) : null;
        var asset = new Asset(IsInside(file) ? file : root, archive < 0 ? null : path[(archive + 5)..], path, info, caption, Position.Start);
        return new ImageResult(
            new PlannedImage(asset, Required(image, "remoteName"), Value<Change>(image, "change"))
            {
                FormerPath = Text(image, "formerPath"),
                IsEdit = image.GetProperty("edit").GetBoolean(),
                Remote = Text(image, "formerCaption") is { } before ? new RemoteFile(null, null, before) : null,
            },
            Value<Outcome>(image, "outcome"))
        {
            Reason = Text(image, "reason"),
            Advice = Text(image, "advice"),
            Attempts = image.GetProperty("attempts").GetInt32(),
            BytesSent = image.GetProperty("bytesSent").GetInt64(),
            Elapsed = TimeSpan.FromMilliseconds(image.GetProperty("milliseconds").GetUInt32()),
        };
    }

    private static TrainingResult Training(JsonElement training) => new(Required(training, "modelName"), Value<TrainingOutcome>(training, "outcome"))
    {
        ModelId = Text(training, "modelId"),
        Status = Text(training, "status"),
        CustomModel = Text(training, "customModelUri"),
        Reason = Text(training, "reason"),
    };

    private Diagnostic Problem(JsonElement problem)
    {
        var code = Required(problem, "code");
        if (!Code().IsMatch(code)) throw new FormatException("A code is not IDEO and four digits.");
        var severity = Required(problem, "severity") == "error" ? Severity.Error : Severity.Warning;
        var position = new Position(Math.Max(1, problem.GetProperty("line").GetInt32()), Math.Max(1, problem.GetProperty("column").GetInt32()));
        return new Diagnostic(new Rule(code, severity, code), severity, Full(Required(problem, "file")), position, Required(problem, "message"));
    }

    private static IReadOnlyList<RemoteFile> Files(JsonElement dataset, string name) =>
        [.. dataset.GetProperty(name).EnumerateArray().Take(MostImages).Select(f => new RemoteFile(Text(f, "name"), f.GetProperty("bytes") is { ValueKind: JsonValueKind.Number } bytes ? bytes.GetInt64() : null, null))];

    private static string Hash(JsonElement image) => Required(image, "sha256") is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower) ? hash : throw new FormatException("A hash is not SHA-256.");

    private static T Value<T>(JsonElement element, string name)
        where T : struct, Enum =>
        Required(element, name) is { } text && !char.IsAsciiDigit(text.FirstOrDefault()) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"{name} has no known value.");

    private static int? Number(JsonElement element, string name) => element.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static string Required(JsonElement element, string name) => Text(element, name) ?? throw new FormatException($"{name} is missing.");

    private string Full(string path)
    {
        var full = Path.GetFullPath(path, root);
        return IsInside(full) ? full : throw new FormatException("A path leaves the repository.");
    }

    private bool IsInside(string full) => full.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    [GeneratedRegex(@"^IDEO[0-9]{4}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}

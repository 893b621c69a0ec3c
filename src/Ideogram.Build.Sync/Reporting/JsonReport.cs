using System.Text.Json;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A report as JSON, version 1; docs/report.schema.json describes it.</summary>
public static class JsonReport
{
    /// <summary>The version of the format. A reader must refuse versions that it does not know.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="links">How files are called.</param>
    /// <param name="stream">Where to; it stays open.</param>
    public static void Write(Report report, ILinks links, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteString("kind", Name(report.Kind));
        json.WriteString("started", report.Started);
        json.WriteNumber("milliseconds", (long)report.Elapsed.TotalMilliseconds);
        json.WriteBoolean("success", report.IsSuccess);
        json.WriteBoolean("cancelled", report.IsCancelled);
        Totals(json, report.Count);
        json.WriteStartArray("datasets");
        foreach (var dataset in report.Datasets) Write(json, dataset, links);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Writes problems alone, as <c>validate --format json</c> prints them.</summary>
    /// <param name="problems">The problems.</param>
    /// <param name="links">How files are called.</param>
    /// <param name="stream">Where to; it stays open.</param>
    public static void Write(IEnumerable<Diagnostic> problems, ILinks links, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartArray();
        foreach (var problem in problems) Write(json, problem, links);
        json.WriteEndArray();
    }

    private static void Totals(Utf8JsonWriter json, Func<Outcome, int> count)
    {
        json.WriteStartObject("totals");
        foreach (var outcome in Enum.GetValues<Outcome>()) json.WriteNumber(Name(outcome), count(outcome));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DatasetReport dataset, ILinks links)
    {
        var plan = dataset.Plan;
        json.WriteStartObject();
        json.WriteString("manifest", links.Display(plan.Dataset.ManifestPath));
        json.WriteString("name", plan.Target?.Name);
        json.WriteString("id", dataset.DatasetId);
        json.WriteString("formerTarget", plan.Target?.Former);
        json.WriteBoolean("created", dataset.IsCreated);
        json.WriteString("source", Name(plan.Source));
        Write(json, "imagesBefore", plan.ImagesBefore);
        Write(json, "imagesSeen", dataset.ImagesSeen);
        json.WriteBoolean("success", dataset.IsSuccess);
        Totals(json, dataset.Count);
        json.WriteStartArray("images");
        foreach (var image in dataset.Images) Write(json, image);
        json.WriteEndArray();
        if (dataset.Training is { } training) Write(json, training);
        else json.WriteNull("training");
        Write(json, "stale", plan.Stale);
        Write(json, "foreign", plan.Foreign);
        Write(json, "doubled", plan.Doubled);
        json.WriteStartArray("diagnostics");
        foreach (var problem in dataset.Diagnostics) Write(json, problem, links);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TrainingResult training)
    {
        json.WriteStartObject("training");
        json.WriteString("modelName", training.ModelName);
        json.WriteString("outcome", Name(training.Outcome));
        json.WriteString("modelId", training.ModelId);
        json.WriteString("status", training.Status);
        json.WriteString("customModelUri", training.CustomModel);
        json.WriteString("reason", training.Reason);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImageResult result)
    {
        var (image, info) = (result.Image, result.Image.Asset.Image);
        json.WriteStartObject();
        json.WriteString("path", image.Asset.RelativePath);
        json.WriteString("remoteName", image.RemoteName);
        json.WriteString("format", Name(info.Format));
        json.WriteNumber("width", info.Width);
        json.WriteNumber("height", info.Height);
        json.WriteNumber("bytes", info.Bytes);
        json.WriteString("sha256", info.Sha256);
        json.WriteString("caption", image.Asset.Caption?.Text);
        json.WriteString("change", Name(image.Change));
        json.WriteString("formerPath", image.FormerPath);
        json.WriteString("formerCaption", image.Change is Change.CaptionChanged or Change.CaptionRemoved ? image.Remote?.Caption : null);
        json.WriteBoolean("edit", image.IsEdit);
        json.WriteString("outcome", Name(result.Outcome));
        json.WriteString("reason", result.Reason);
        json.WriteString("advice", result.Advice);
        json.WriteNumber("attempts", result.Attempts);
        json.WriteNumber("bytesSent", result.BytesSent);
        json.WriteNumber("milliseconds", (long)result.Elapsed.TotalMilliseconds);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<RemoteFile> files)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            if (file.Bytes is { } bytes) json.WriteNumber("bytes", bytes);
            else json.WriteNull("bytes");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Diagnostic problem, ILinks links)
    {
        json.WriteStartObject();
        json.WriteString("code", problem.Code);
        json.WriteString("severity", problem.IsError ? "error" : "warning");
        json.WriteString("message", MessageText.OneLine(problem.Message));
        json.WriteString("file", links.Display(problem.File));
        json.WriteNumber("line", problem.Position.Line);
        json.WriteNumber("column", problem.Position.Column);
        json.WriteString("helpLink", problem.Rule.HelpLink);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static string Name<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

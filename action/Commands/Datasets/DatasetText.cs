using System.Globalization;
using Ideogram.Build.Cli.Commands.Models;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Datasets;

/// <summary>Datasets for a person. Each line begins with words of this tool's own.</summary>
internal static class DatasetText
{
    private const int MaxCaption = 100;

    public static void Write(DatasetsDocument document, SafeWriter safe)
    {
        foreach (var dataset in document.Datasets)
            safe.WriteLine(Line(dataset));
        safe.WriteLine($"ideogram: {ReportText.Count(document.Datasets.Count, "dataset")}");
    }

    public static void Write(DatasetDetailsDocument document, SafeWriter safe)
    {
        safe.WriteLine(Line(document.Dataset));
        foreach (var file in document.Files)
            safe.WriteLine($"  {(file.ByThisTool ? "this tool" : "foreign"),-11}{Line(file)}");
        foreach (var model in document.Models)
            safe.WriteLine($"  {ModelText.Line(model)}");
        foreach (var id in document.HiddenModels)
            safe.WriteLine($"  model {MessageText.OneLine(id, 80)}: not shown to this key");
        safe.WriteLine($"ideogram: {Totals(document)}");
    }

    private static string Totals(DatasetDetailsDocument document) => string.Create(
        CultureInfo.InvariantCulture,
        $"{document.Files.Count} of {IdeogramLimits.MaxImages} images, {document.Files.Count(f => f.ByThisTool)} uploaded by this tool, "
            + $"{ReportText.Count(document.Files.Count(f => !string.IsNullOrWhiteSpace(f.Caption)), "caption")}, "
            + $"{ReportText.Count(document.Models.Count + document.HiddenModels.Count, "model")}");

    private static string Line(DatasetDocument dataset)
    {
        var made = dataset.Created is { } created ? string.Create(CultureInfo.InvariantCulture, $", made {created:yyyy-MM-dd}") : "";
        return $"dataset {MessageText.Quote(dataset.Name)} ({MessageText.OneLine(dataset.Id, 80)}){made}";
    }

    private static string Line(FileDocument file)
    {
        var size = file.Bytes is { } bytes ? $" ({ReportText.Size(bytes)})" : "";
        var caption = string.IsNullOrWhiteSpace(file.Caption) ? "no caption" : MessageText.OneLine(file.Caption, MaxCaption);
        return $"{(file.Name is { } name ? MessageText.OneLine(name, 200) : "(no name)")}{size}: {caption}";
    }
}

using System.Globalization;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Models;

/// <summary>Models for a person. Each line begins with words of this tool's own.</summary>
internal static class ModelText
{
    public static void Write(ModelsDocument document, SafeWriter safe)
    {
        foreach (var model in document.Models)
            safe.WriteLine(Line(model));
        safe.WriteLine($"ideogram: {ReportText.Count(document.Models.Count, "model")}");
    }

    public static void Write(ModelDetailsDocument document, SafeWriter safe)
    {
        var model = document.Model;
        safe.WriteLine(Line(model));
        safe.WriteLine($"  dataset  {Dataset(document)}");
        safe.WriteLine($"  set      {model.Set ?? "unknown: this tool did not name it"}");
        safe.WriteLine($"  address  {MessageText.OneLine(model.CustomModelUri ?? "none yet", 200)}");
        foreach (var run in document.Runs)
            safe.WriteLine($"  run      {Line(run)}");
        if (document.Runs.Count == 0)
            safe.WriteLine("  run      Ideogram shows none");
    }

    /// <summary>A model in one line.</summary>
    public static string Line(ModelDocument model)
    {
        var made = model.Created is { } created ? string.Create(CultureInfo.InvariantCulture, $", made {created:yyyy-MM-dd}") : "";
        var address = model.CustomModelUri is { } uri ? $", {MessageText.OneLine(uri, 200)}" : "";
        return $"model {MessageText.Quote(model.Name)} ({MessageText.OneLine(model.Id, 80)}): {MessageText.OneLine(model.Status, 40)}{made}{address}";
    }

    private static string Dataset(ModelDetailsDocument document) => (document.Model.DatasetId, document.DatasetName) switch
    {
        (null, _) => "Ideogram does not say",
        ({ } id, null) => $"{MessageText.OneLine(id, 80)}, not shown to this key",
        ({ } id, { } name) => $"{MessageText.Quote(name)} ({MessageText.OneLine(id, 80)})",
    };

    private static string Line(RunDocument run)
    {
        string?[] parts =
        [
            $"{MessageText.OneLine(run.Id, 80)}: {MessageText.OneLine(run.Status, 40)}",
            run.Created is { } created ? $"made {Time(created)}" : null,
            run.Updated is { } updated ? $"changed {Time(updated)}" : null,
            run.Steps is { } steps ? string.Create(CultureInfo.InvariantCulture, $"{steps} steps") : null,
            run.LoraRank is { } rank ? string.Create(CultureInfo.InvariantCulture, $"LoRA rank {rank}") : null,
            run.Ema is { } ema ? string.Create(CultureInfo.InvariantCulture, $"EMA {ema}") : null,
            run.LearningRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"learning rate {rate}") : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Time(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{time.ToUniversalTime():yyyy-MM-dd HH:mm} UTC");
}

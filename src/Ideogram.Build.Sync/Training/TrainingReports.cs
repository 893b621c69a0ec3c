using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Training;

/// <summary>What a training adds to the report of its dataset.</summary>
internal static class TrainingReports
{
    /// <summary>The report with a training and a problem of it, at the manifest's <c>training</c>.</summary>
    public static DatasetReport With(this DatasetReport report, TrainingResult? training, Rule rule, string message) =>
        report.With(training, (file, position) => rule.At(file, position, message));

    /// <summary>The report with a training that ended with a request.</summary>
    public static DatasetReport With(this DatasetReport report, TrainingResult? training, ApiFault fault) =>
        report.With(training, (file, position) => fault.At(file, position, "Training"));

    /// <summary>The report with the problem that its model cannot be used.</summary>
    public static DatasetReport WithUnusable(this DatasetReport report, RemoteModel model) => report.With(
        report.Training,
        TrainingRules.Unusable,
        $"{Describe(model)}. It counts as trained. To train again, which costs money again, run 'train --again'.");

    /// <summary>The report of a training that the run did not come to, because somebody stopped it.</summary>
    public static DatasetReport WithStopped(this DatasetReport report) => report.Plan.Dataset is { Manifest.Training: { } training } dataset
        ? report with { Training = TrainingResult.Skipped(ModelName.Create(dataset, training), "the run was stopped first") }
        : report;

    private static DatasetReport With(this DatasetReport report, TrainingResult? training, Func<string, Position, Diagnostic> problem)
    {
        var manifest = report.Plan.Dataset.Manifest!;
        return report with
        {
            Training = training,
            Diagnostics = [.. report.Diagnostics, problem(manifest.Path, manifest.Training?.Position ?? manifest.NamePosition)],
        };
    }

    private static string Describe(RemoteModel model)
    {
        var name = MessageText.Quote(model.Name);
        if (model is not { Status: not ("ERRORED" or "ARCHIVED"), LastRun: { IsFailed: true } run })
            return $"The model {name} is {MessageText.OneLine(model.Status, 40)}";
        var when = run.Updated is { } updated ? string.Create(CultureInfo.InvariantCulture, $" at {updated.ToUniversalTime():yyyy-MM-dd HH:mm} UTC") : "";
        return $"The training run {MessageText.Quote(run.Id)} of the model {name} is FAILED{when}, "
            + $"though the model still is {MessageText.OneLine(model.Status, 40)}";
    }
}

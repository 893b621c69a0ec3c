using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Training;

/// <summary>What an upload of a plan would do about trainings, so that their price is seen before a merge. It starts nothing.</summary>
public static class TrainingForecast
{
    /// <summary>The forecast without a query, for example without a key.</summary>
    /// <param name="report">The report of a plan.</param>
    /// <param name="options">What an upload is allowed.</param>
    /// <param name="isChanged">Whether the set or its settings changed. Nothing else is due.</param>
    public static Report Unasked(Report report, TrainingOptions options, Func<DatasetReport, bool> isChanged)
    {
        var due = 0;
        return report with { Datasets = [.. report.Datasets.Select(Foresee)] };

        DatasetReport Foresee(DatasetReport dataset) => Training(dataset) is { Start: TrainingStart.OnChange } training && isChanged(dataset)
            ? dataset with
            {
                Training = Due(ModelName.Create(dataset.Plan.Dataset, training), dataset.Plan, options, "unless Ideogram already has this model, "
                + "which cannot be checked without a key", ref due)
            }
            : dataset;
    }

    /// <summary>The forecast from the account's models.</summary>
    internal static async Task<Report> AskAsync(IdeogramClient client, Report report, TrainingOptions options, CancellationToken cancellationToken)
    {
        var models = new AccountModels(client);
        var due = 0;
        var datasets = new List<DatasetReport>();
        foreach (var dataset in report.Datasets)
        {
            datasets.Add(dataset.Plan.Source == PlanSource.Dataset && Training(dataset) is { } training
                ? dataset with { Training = await ForeseeAsync(dataset, training).ConfigureAwait(false) }
                : dataset);
        }

        return report with { Datasets = datasets };

        async Task<TrainingResult> ForeseeAsync(DatasetReport dataset, TrainingSettings training)
        {
            var name = ModelName.Create(dataset.Plan.Dataset, training);
            try
            {
                var (known, hidden) = await models.KnownForAsync(dataset.Plan, cancellationToken).ConfigureAwait(false);
                if (known.FirstOrDefault(m => m.Name == name) is { } trained)
                    return TrainingResult.From(await models.DetailsAsync(trained, cancellationToken).ConfigureAwait(false), TrainingOutcome.AlreadyTrained);
                return training.Start == TrainingStart.Manual ? TrainingResult.Skipped(name, "a person starts it (start: manual)")
                    : hidden > 0 ? TrainingResult.Skipped(name, "the dataset has a model that cannot be read")
                    : Due(name, dataset.Plan, options, null, ref due);
            }
            catch (IdeogramException e)
            {
                return TrainingResult.Skipped(name, $"its model could not be looked up: {e.ApiFault.Text}");
            }
        }
    }

    private static TrainingSettings? Training(DatasetReport dataset) => dataset.Plan.IsSound ? dataset.Plan.Dataset.Manifest?.Training : null;

    private static TrainingResult Due(string name, DatasetPlan plan, TrainingOptions options, string? doubt, ref int due) =>
        TrainingObstacle.OfSet(plan) is { } obstacle ? TrainingResult.Skipped(name, obstacle)
        : !options.IsAllowed ? TrainingResult.Skipped(name, TrainingOptions.NotAllowed)
        : ++due > options.MaxTrainings ? TrainingResult.Skipped(name, "this run would already start as many as it may")
        : new TrainingResult(name, TrainingOutcome.Due) { Reason = doubt };
}

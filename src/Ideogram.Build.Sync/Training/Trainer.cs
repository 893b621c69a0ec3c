using System.Globalization;
using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Training;

/// <summary>
/// Decides for each manifest whether a training is due, and starts it once. Trainings cost money and cannot be taken back: whatever is unclear
/// starts none.
/// </summary>
internal sealed class Trainer(IdeogramClient client, SyncOptions sync, TrainingOptions options, TimeProvider time)
{
    internal const string NotAllowed = "trainings were not allowed: see --allow-training, or the action's input allow-training";

    /// <summary>So many models that only the dataset names are asked for; more count as hidden.</summary>
    private const int MaxLookedAt = 50;

    private readonly ReadBackPoller _settling = new(sync, time);
    private int _started;

    /// <summary>A manifest's report with what became of its training. One after the other: the trainings of a run are counted.</summary>
    public async Task<DatasetReport> RunAsync(DatasetReport report, CancellationToken cancellationToken)
    {
        var manifest = report.Plan.Dataset.Manifest;
        if (manifest?.Training is not { } training)
            return options.IsAsked && manifest is not null ? With(report, null, TrainingRules.NothingToTrain, "Add 'training' with base and model-name to "
                + "the manifest, or name other manifests.") : report;
        if (!options.IsAsked && training.Start != TrainingStart.OnChange) return report;

        var name = ModelName.Create(report.Plan.Dataset, training);
        if (Obstacle(report.Plan) is { } obstacle)
            return options.IsAllowed
                ? With(report, Skipped(name, obstacle), TrainingRules.NotTheReviewedSet, $"No training was started: {obstacle}.")
                : report with { Training = Skipped(name, obstacle) };
        try
        {
            var models = await ModelsAsync(client, report.Plan, cancellationToken).ConfigureAwait(false);
            if (!options.IsAgain && models.Known.FirstOrDefault(m => m.Name == name) is { } trained)
                return Found(report, await DetailsAsync(client, trained, cancellationToken).ConfigureAwait(false));
            if (!options.IsAgain && models.Hidden > 0)
                return With(report, Skipped(name, "the dataset has a model that cannot be looked at"), TrainingRules.NotTheReviewedSet,
                    "The dataset names a model that Ideogram does not show: it may be the one of this very set, so no training was started. "
                        + "Look at the models at Ideogram, then 'train --again' if it is meant.");
            if (!options.IsAllowed) return report with { Training = Skipped(name, NotAllowed) };
            if (_started >= options.MaxTrainings)
                return With(report, Skipped(name, "this run started as many as it may"), TrainingRules.LeftOut, $"This run may start "
                    + $"{options.MaxTrainings}, and did. Run again, or allow more: see --max-trainings, or the action's allow-training.");
            _started++;
            return await StartAsync(report, training, name, models.Known, cancellationToken).ConfigureAwait(false);
        }
        catch (IdeogramException e)
        {
            return With(report, new TrainingResult(name, TrainingOutcome.Failed), e.ApiFault);
        }
    }

    /// <summary>What keeps the dataset from being exactly what was reviewed; null for nothing.</summary>
    private static string? Obstacle(DatasetPlan plan) => plan switch
    {
        { IsSound: false } or { Source: not PlanSource.Dataset } or { Target.Id: null } => "the manifest has errors, or its dataset is not there",
        _ when plan.Images.Any(i => i.Change.IsDifference()) => "the dataset does not hold every image and "
            + "caption of the manifest",
        _ => ObstacleOfSet(plan),
    };

    /// <summary>What keeps the set itself from being trained, once it is there; null for nothing.</summary>
    internal static string? ObstacleOfSet(DatasetPlan plan) => plan switch
    {
        { Source: PlanSource.Dataset } when plan.Stale.Count + plan.Foreign.Count + plan.Doubled.Count > 0 => "the dataset holds files that the manifest "
            + "does not have, or one twice, and they would train too",
        { Images.Count: < IdeogramLimits.MinTrainingImages or > IdeogramLimits.MaxImages } =>
            $"a training wants {IdeogramLimits.MinTrainingImages} to {IdeogramLimits.MaxImages} images, and there are {plan.Images.Count}",
        _ => null,
    };

    /// <summary>The account's models, and those that only the dataset names; how many of these cannot be looked at.</summary>
    internal static async Task<(IReadOnlyList<RemoteModel> Known, int Hidden)> ModelsAsync(IdeogramClient client, DatasetPlan plan,
        CancellationToken cancellationToken)
    {
        var known = (await client.ListModelsAsync(cancellationToken).ConfigureAwait(false)).ToList();
        var unknown = plan.ModelIds.Except(known.Select(m => m.Id), StringComparer.Ordinal).ToList();
        var hidden = Math.Max(0, unknown.Count - MaxLookedAt);
        foreach (var id in unknown.Take(MaxLookedAt))
        {
            try
            {
                known.Add(await client.GetModelAsync(id, cancellationToken).ConfigureAwait(false));
            }
            catch (IdeogramException e) when (e.ApiFault.Kind is ApiFaultKind.NotFound or ApiFaultKind.Forbidden)
            {
                hidden++;
            }
        }

        return (known, hidden);
    }

    /// <summary>A model with its training runs, which a list does not hold: only they may say that a training came to nothing.</summary>
    internal static async Task<RemoteModel> DetailsAsync(IdeogramClient client, RemoteModel model, CancellationToken cancellationToken)
    {
        if (model.IsOver || model.Runs.Count > 0) return model;
        try
        {
            return await client.GetModelAsync(model.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (IdeogramException)
        {
            // What the list says is known all the same.
            return model;
        }
    }

    private async Task<DatasetReport> StartAsync(DatasetReport report, TrainingSettings training, string name, IReadOnlyList<RemoteModel> before,
        CancellationToken cancellationToken)
    {
        try
        {
            var started = await client.TrainAsync(report.Plan.Target!.Id!, name, training, cancellationToken).ConfigureAwait(false);
            return report with { Training = Result(started, TrainingOutcome.Started) };
        }
        catch (IdeogramException e) when (e.ApiFault.Treatment.MayHaveLanded)
        {
            return await LookForAsync(name, before, cancellationToken).ConfigureAwait(false) is { } found
                ? report with { Training = Result(found, TrainingOutcome.Started) }
                : Unknown(report, name, e.ApiFault.Text);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Unknown(report, name, "the run was stopped while it was asked for");
        }
    }

    private async Task<RemoteModel?> LookForAsync(string name, IReadOnlyList<RemoteModel> before, CancellationToken cancellationToken)
    {
        RemoteModel? found = null;
        try
        {
            await _settling.WaitAsync(
                async token => (found = (await client.ListModelsAsync(token).ConfigureAwait(false))
                    .FirstOrDefault(m => m.Name == name && before.All(b => b.Id != m.Id))) is not null,
                cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IdeogramException || (e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Nobody can tell then: it stays unknown, and is no plain failure.
        }

        return found;
    }

    private static DatasetReport Unknown(DatasetReport report, string name, string why) =>
        With(report, new TrainingResult(name, TrainingOutcome.Unknown) { Reason = why }, TrainingRules.Unknown,
            $"The answer was lost ({why.TrimEnd('.')}), and no model '{name}' has shown since. One may still have been started: "
                + "look at the models at Ideogram before you run again.");

    /// <summary>A training that the run did not come to, because somebody stopped it.</summary>
    internal static DatasetReport Stopped(DatasetReport report) => report.Plan.Dataset is { Manifest.Training: { } training } dataset
        ? report with { Training = Skipped(ModelName.Create(dataset, training), "the run was stopped before") }
        : report;

    private DatasetReport Found(DatasetReport report, RemoteModel model)
    {
        var found = report with { Training = Result(model, TrainingOutcome.AlreadyTrained) };
        return model.IsUnusable && options.IsAsked ? Unusable(found, model) : found;
    }

    internal static DatasetReport Unusable(DatasetReport report, RemoteModel model) => With(report, report.Training, TrainingRules.Unusable,
        $"{Why(model)}. It counts as trained; a person decides: 'train --again' starts another, which costs money again.");

    private static string Why(RemoteModel model)
    {
        var name = MessageText.Quote(model.Name);
        if (model is not { Status: not ("ERRORED" or "ARCHIVED"), LastRun: { IsFailed: true } run })
            return $"The model {name} is {MessageText.OneLine(model.Status, 40)}";
        var when = run.Updated is { } updated ? string.Create(CultureInfo.InvariantCulture, $" at {updated.ToUniversalTime():yyyy-MM-dd HH:mm} UTC") : "";
        return $"The training run {MessageText.Quote(run.Id)} of the model {name} is FAILED{when}, "
            + $"though the model still is {MessageText.OneLine(model.Status, 40)}";
    }

    internal static TrainingResult Result(RemoteModel model, TrainingOutcome outcome) =>
        new(model.Name, outcome) { ModelId = model.Id, Status = model.Status, CustomModel = model.CustomModel, RunStatus = model.LastRun?.Status };

    internal static DatasetReport With(DatasetReport report, TrainingResult? training, Rule rule, string message)
    {
        var manifest = report.Plan.Dataset.Manifest!;
        return report with
        {
            Training = training,
            Diagnostics = [.. report.Diagnostics, rule.At(manifest.Path, manifest.Training?.Position ?? manifest.NamePosition, message)]
        };
    }

    internal static DatasetReport With(DatasetReport report, TrainingResult? training, ApiFault fault)
    {
        var manifest = report.Plan.Dataset.Manifest!;
        return report with
        {
            Training = training,
            Diagnostics = [.. report.Diagnostics, fault.At(manifest.Path, manifest.Training?.Position ?? manifest.NamePosition, "Training")]
        };
    }

    internal static TrainingResult Skipped(string name, string reason) => new(name, TrainingOutcome.Skipped) { Reason = reason };
}

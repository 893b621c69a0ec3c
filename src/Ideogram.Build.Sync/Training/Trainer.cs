using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Training;

/// <summary>
/// Decides for each manifest whether a training is due, and starts it once. A training costs money and cannot be undone, so in doubt it
/// starts none.
/// </summary>
internal sealed class Trainer(IdeogramClient client, SyncOptions sync, TrainingOptions options, TimeProvider time)
{
    private readonly AccountModels _models = new(client);
    private readonly ReadBackPoller _settling = new(sync, time);
    private int _started;

    /// <summary>A manifest's report with the outcome of its training. Called one after the other, because the trainings of a run are counted.</summary>
    public async Task<DatasetReport> RunAsync(DatasetReport report, CancellationToken cancellationToken)
    {
        var manifest = report.Plan.Dataset.Manifest;
        if (manifest?.Training is not { } training)
            return options.IsAsked && manifest is not null ? report.With(null, TrainingRules.NothingToTrain, "Add 'training' with base and model-name to "
                + "the manifest, or name other manifests.") : report;
        if (!options.IsAsked && training.Start != TrainingStart.OnChange) return report;

        var name = ModelName.Create(report.Plan.Dataset, training);
        if (TrainingObstacle.Of(report.Plan) is { } obstacle)
            return options.IsAllowed
                ? report.With(TrainingResult.Skipped(name, obstacle), TrainingRules.NotTheReviewedSet, $"No training was started: {obstacle}.")
                : report with { Training = TrainingResult.Skipped(name, obstacle) };
        try
        {
            var models = await _models.KnownForAsync(report.Plan, cancellationToken).ConfigureAwait(false);
            if (!options.IsAgain && models.Known.FirstOrDefault(m => m.Name == name) is { } trained)
                return Found(report, await _models.DetailsAsync(trained, cancellationToken).ConfigureAwait(false));
            if (!options.IsAgain && models.Hidden > 0)
                return report.With(TrainingResult.Skipped(name, "the dataset has a model that cannot be read"), TrainingRules.NotTheReviewedSet,
                    "The dataset names a model that Ideogram does not show. It may be the model of this set, so no training was started. "
                        + "Look at the models at Ideogram. To train anyway, run 'train --again'.");
            if (!options.IsAllowed) return report with { Training = TrainingResult.Skipped(name, TrainingOptions.NotAllowed) };
            if (options.Objection is { } objection)
                return report.With(TrainingResult.Skipped(name, objection), TrainingRules.NotReviewed, $"No training was started: {objection}.");
            if (_started >= options.MaxTrainings)
                return report.With(TrainingResult.Skipped(name, "this run started as many as it may"), TrainingRules.LeftOut, $"This run has already started "
                    + $"{options.MaxTrainings}, the most that it may start. Run again, or allow more: see --max-trainings, or the action's allow-training.");
            _started++;
            return await StartAsync(report, training, name, models.Known, cancellationToken).ConfigureAwait(false);
        }
        catch (IdeogramException e)
        {
            return report.With(new TrainingResult(name, TrainingOutcome.Failed), e.ApiFault);
        }
    }

    private async Task<DatasetReport> StartAsync(DatasetReport report, TrainingSettings training, string name, IReadOnlyList<RemoteModel> before,
        CancellationToken cancellationToken)
    {
        try
        {
            var started = await client.TrainAsync(report.Plan.Target!.Id!, name, training, cancellationToken).ConfigureAwait(false);
            return report with { Training = TrainingResult.From(started, TrainingOutcome.Started) };
        }
        catch (IdeogramException e) when (e.ApiFault.Treatment.MayHaveLanded)
        {
            return await LookForAsync(name, before, cancellationToken).ConfigureAwait(false) is { } found
                ? report with { Training = TrainingResult.From(found, TrainingOutcome.Started) }
                : Unknown(report, name, e.ApiFault.Text);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Unknown(report, name, "the run was stopped while the training was being started");
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
            // Then it stays unknown, which is not a plain failure.
        }

        return found;
    }

    private static DatasetReport Unknown(DatasetReport report, string name, string why) =>
        report.With(new TrainingResult(name, TrainingOutcome.Unknown) { Reason = why }, TrainingRules.Unknown,
            $"The answer was lost ({why.TrimEnd('.')}), and no model '{name}' has appeared since. The training may have started: "
                + "look at the models at Ideogram before you run again.");

    private DatasetReport Found(DatasetReport report, RemoteModel model)
    {
        var found = report with { Training = TrainingResult.From(model, TrainingOutcome.AlreadyTrained) };
        return model.IsUnusable && options.IsAsked ? found.WithUnusable(model) : found;
    }
}

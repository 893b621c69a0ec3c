using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Training;

/// <summary>Follows a training to its end.</summary>
internal sealed class TrainingFollower(IdeogramClient client, TrainingOptions options, TimeProvider time, IProgress<UploadProgress>? progress)
{
    /// <summary>The report with the model's last status; when cancelled, with what was seen until then.</summary>
    public async Task<DatasetReport> RunAsync(DatasetReport report, CancellationToken cancellationToken)
    {
        if (report.Training is not { ModelId: { } id, Outcome: TrainingOutcome.Started or TrainingOutcome.AlreadyTrained } training) return report;
        var began = time.GetTimestamp();
        string? said = null;
        try
        {
            while (true)
            {
                var model = await client.GetModelAsync(id, cancellationToken).ConfigureAwait(false);
                var state = State(model);
                if (state != said)
                    progress?.Report(
                        new UploadProgress(report.Plan.Target?.Name ?? "", model.IsOver ? 1 : 0, 1, $"model {MessageText.Quote(model.Name)}: {state}"));
                said = state;
                report = report with { Training = TrainingResult.From(model, training.Outcome) };
                if (model.IsUnusable) return report.Diagnostics.Any(d => d.Code == TrainingRules.Unusable.Code) ? report : report.WithUnusable(model);
                if (model.IsOver) return report;
                if (time.GetElapsedTime(began) >= options.FollowFor)
                    return report.With(report.Training, TrainingRules.NotOver, $"After {options.FollowFor.TotalHours:0.#} hours the model is still "
                        + $"{state}. The training continues at Ideogram: 'train --wait' follows it again.");
                await Task.Delay(options.Pause, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (IdeogramException e)
        {
            return report.With(report.Training, e.ApiFault);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return report;
        }
    }

    private static string State(RemoteModel model)
    {
        var status = MessageText.OneLine(model.Status, 40);
        return model.LastRun is { } run && run.Status != model.Status ? $"{status} (training run {MessageText.OneLine(run.Status, 40)})" : status;
    }
}

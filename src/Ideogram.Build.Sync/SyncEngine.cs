using Ideogram.Build.Datasets;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync;

/// <summary>Brings datasets to Ideogram: plan, upload, read back, report. It keeps no state of its own: the dataset is the ledger.</summary>
/// <param name="client">Address, key and time limits.</param>
/// <param name="options">How to upload.</param>
/// <param name="time">The clock for pauses and durations.</param>
public sealed class SyncEngine(IdeogramClientOptions client, SyncOptions options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LastLook = TimeSpan.FromSeconds(4);

    private readonly IdeogramClient _client = new(client, time);

    /// <summary>Finds out what an upload would do; sends nothing. A problem with Ideogram becomes a diagnostic of the dataset's plan.</summary>
    /// <param name="datasets">Validated datasets. Those with errors are not queried.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Plan> PlanAsync(IReadOnlyList<Dataset> datasets, CancellationToken cancellationToken)
    {
        return await new DatasetPlanner(_client, options).PlanAsync(datasets, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Uploads what a plan says, reads back, and reports. A dataset whose plan has errors is not changed. When cancelled, it stops sending
    /// within a second, queries once more, and reports what is known; it does not throw.
    /// </summary>
    /// <param name="plan">The plan, made against the datasets themselves.</param>
    /// <param name="progress">Receives a report after each request.</param>
    /// <param name="cancellationToken">Cancels the upload. The report then says what is known.</param>
    public async Task<Report> UploadAsync(Plan plan, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        var (started, clock) = (time.GetUtcNow(), time.GetTimestamp());
        using var gate = new UploadGate(options.Parallelism, time);
        // From the signal on, for all datasets together: what stops a run kills it soon.
        using var lastLook = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stopping = cancellationToken.Register(() => lastLook.CancelAfter(LastLook)).ConfigureAwait(false);
        var reports = new DatasetReport[plan.Datasets.Count];
        // As many datasets at once as uploads: their reads are requests too. Not cancelled here, because each one reports what it knows.
        var share = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None };
        await Parallel.ForAsync(0, reports.Length, share, async (i, _) => reports[i] = plan.Datasets[i] is { IsSound: true, Source: PlanSource.Dataset } dataset
            ? await new DatasetUploader(_client, options, time, gate, progress, dataset).RunAsync(lastLook.Token, cancellationToken).ConfigureAwait(false)
            : Untouched(plan.Datasets[i])).ConfigureAwait(false);
        return new Report
        {
            Kind = RunKind.Upload,
            Started = started,
            Elapsed = time.GetElapsedTime(clock),
            Datasets = reports,
            IsCancelled = cancellationToken.IsCancellationRequested,
        };
    }

    /// <summary>Adds to a plan's report which trainings an upload would start. Queries the models; starts nothing.</summary>
    /// <param name="report">The report of a plan.</param>
    /// <param name="training">What an upload may do.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Report> ForeseeTrainingsAsync(Report report, TrainingOptions training, CancellationToken cancellationToken)
    {
        return await TrainingForecast.AskAsync(_client, report, training, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Starts the trainings that are due, at most as many as allowed, and follows them if requested. After an upload the datasets are queried again.
    /// </summary>
    /// <param name="report">The report of an upload, or of a plan of the kind <see cref="RunKind.Train"/>.</param>
    /// <param name="training">What the caller allows.</param>
    /// <param name="progress">Receives each change while a training is followed.</param>
    /// <param name="cancellationToken">Cancels the operation: no further training starts.</param>
    /// <returns>The report with the outcome of the trainings. When cancelled, it says what is known and does not throw.</returns>
    public async Task<Report> TrainAsync(Report report, TrainingOptions training, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        var clock = time.GetTimestamp();
        var (trainer, follower) = (new Trainer(_client, options, training, time), new TrainingFollower(_client, training, time, progress));
        var datasets = report.Datasets.ToArray();
        var due = Enumerable.Range(0, datasets.Length).Where(i => training.IsAsked || IsDue(datasets[i])).ToList();
        try
        {
            // A plan made for the training is fresh; an upload has changed what its plan said.
            var plan = report.Kind == RunKind.Train
                ? new Plan([.. due.Select(i => datasets[i].Plan)])
                : await new DatasetPlanner(_client, options).PlanAsync([.. due.Select(i => datasets[i].Plan.Dataset)], cancellationToken)
                    .ConfigureAwait(false);
            for (var n = 0; n < due.Count; n++)
            {
                var trained = await trainer.RunAsync(datasets[due[n]] with { Plan = plan.Datasets[n] }, cancellationToken).ConfigureAwait(false);
                datasets[due[n]] = trained with { Plan = datasets[due[n]].Plan };
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The result of the upload is known and must not be lost. The trainings that the run did not reach were not started.
            foreach (var i in due.Where(i => datasets[i].Training is null)) datasets[i] = datasets[i].WithStopped();
        }

        if (training.IsFollowed)
            datasets = await Task.WhenAll(datasets.Select(d => follower.RunAsync(d, cancellationToken))).ConfigureAwait(false);
        return report with
        {
            Datasets = datasets,
            Elapsed = report.Elapsed + time.GetElapsedTime(clock),
            IsCancelled = cancellationToken.IsCancellationRequested
        };
    }

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private static bool IsDue(DatasetReport report) => report is { IsSuccess: true, Plan.Dataset.Manifest.Training.Start: TrainingStart.OnChange };

    /// <summary>A dataset that is not uploaded: what would have been sent is reported as not sent.</summary>
    private static DatasetReport Untouched(DatasetPlan plan) => new()
    {
        Plan = plan,
        DatasetId = plan.Target?.Id,
        // With more images than a dataset holds, none can be sent, and no report lists them.
        Images = plan.Images.Count > IdeogramLimits.MaxImages
            ? []
            : [.. plan.Images.Select(i => new ImageResult(i, i.IsSent || plan.Source != PlanSource.Dataset ? Outcome.NotSent : Outcome.Unchanged))],
        ImagesSeen = plan.ImagesBefore,
        Diagnostics = plan.Diagnostics,
    };
}

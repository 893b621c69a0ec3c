using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync;

/// <summary>Brings datasets to Ideogram: plan, upload, read back, report. It keeps no state of its own: the dataset is the ledger.</summary>
/// <param name="client">Address, key and patience.</param>
/// <param name="options">How to upload.</param>
/// <param name="time">The clock for pauses and durations.</param>
public sealed class SyncEngine(IdeogramClientOptions client, SyncOptions options, TimeProvider time)
{
    /// <summary>Asks what an upload would do, and sends nothing. Trouble with Ideogram becomes a diagnostic of the dataset's plan.</summary>
    /// <param name="datasets">Validated datasets; those with errors are not asked about.</param>
    /// <param name="cancellationToken">Stops the requests.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<Plan> PlanAsync(IReadOnlyList<Dataset> datasets, CancellationToken cancellationToken)
    {
        using var ideogram = new IdeogramClient(client, time);
        return await new DatasetPlanner(ideogram, options).PlanAsync(datasets, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Uploads what a plan says, reads back, and reports. A dataset whose plan has errors gets nothing. When cancelled it stops sending
    /// within a second, looks once more, and reports what is known: it does not throw.
    /// </summary>
    /// <param name="plan">The plan, made against the datasets themselves.</param>
    /// <param name="progress">Told after each request.</param>
    /// <param name="cancellationToken">Stops sending.</param>
    public async Task<Report> UploadAsync(Plan plan, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        var (started, clock) = (time.GetUtcNow(), time.GetTimestamp());
        using var ideogram = new IdeogramClient(client, time);
        using var gate = new UploadGate(options.Parallelism, time);
        var reports = new DatasetReport[plan.Datasets.Count];
        // So many datasets at once as uploads: their reads are requests under way too. Not cancelled from here, for each reports what it knows.
        var share = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None };
        await Parallel.ForAsync(0, reports.Length, share, async (i, _) => reports[i] = plan.Datasets[i] is { IsSound: true, Source: PlanSource.Dataset } dataset
            ? await new DatasetUploader(ideogram, options, time, gate, progress, dataset).RunAsync(cancellationToken).ConfigureAwait(false)
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

    /// <summary>A dataset that gets nothing: what would have been sent is not sent, and said so.</summary>
    private static DatasetReport Untouched(DatasetPlan plan) => new()
    {
        Plan = plan,
        DatasetId = plan.Target?.Id,
        Images = [.. plan.Images.Select(i => new ImageResult(i, i.IsSent || plan.Source != PlanSource.Dataset ? Outcome.NotSent : Outcome.Unchanged))],
        ImagesSeen = plan.ImagesBefore,
        Diagnostics = plan.Diagnostics,
    };
}

using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>
/// Fills one dataset, in rounds: send what waits, read the dataset, decide the state of each image. Nothing is sent again before the
/// dataset was queried for it, and nothing counts as uploaded that the dataset did not show.
/// </summary>
internal sealed class DatasetUploader(
    IdeogramClient client, SyncOptions options, TimeProvider time, UploadGate gate, IProgress<UploadProgress>? progress, DatasetPlan plan)
{
    private readonly ReadBackPoller _settling = new(options, time);
    private readonly Batching _batching = new(options.BatchBytes, options.BatchFiles);
    private readonly List<Diagnostic> _problems = [];
    private readonly List<PendingImage> _pending =
        [.. plan.Images.Where(i => i.IsSent).Select(i => new PendingImage(i, plan.Dataset.Manifest!.Captions != CaptionPolicy.None))];

    private ApiFault? _stop;
    private RemoteDataset? _remote;
    private bool _isCreated;

    /// <summary>Uploads, reads back and reports.</summary>
    /// <param name="lastLook">Ends the last look of a run that was cancelled.</param>
    /// <param name="cancellationToken">Cancels the upload. The report then says what is known.</param>
    public async Task<DatasetReport> RunAsync(CancellationToken lastLook, CancellationToken cancellationToken)
    {
        if (_pending.Count == 0) return Report();
        try
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IdeogramException e)
        {
            Stop(e.ApiFault, "Uploading");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await LookOnceMoreAsync(lastLook).ConfigureAwait(false);
        }

        return Report();
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        if (IsStopped) return;
        Say("");
        if (plan.Target!.Id is null)
        {
            (_remote, _isCreated) = await new TargetMaker(client, _settling).MakeAsync(plan.Target, cancellationToken).ConfigureAwait(false);
            // Another run may have made it at the same time, and have sent something already.
            if (_remote.Files.Count > 0)
            {
                if (IsAuto && Planner.For(plan.Dataset, _remote).IsEdit) return;
                foreach (var image in _pending) image.Find(_remote);
            }
        }

        if (!plan.Images.Any(i => i.Remote?.Hash is not null) && plan.Stale.Count == 0 && !await SendCanaryAsync(cancellationToken).ConfigureAwait(false))
            return;
        // No more than the run's share waits at the gate, so that another dataset's batch does not wait for all of this one's.
        var share = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken };
        while (Waiting().Any() && !IsStopped)
        {
            await Parallel.ForEachAsync(_batching.Cut(Waiting()).ToList(), share, async (batch, token) => await SendAsync(batch, token).ConfigureAwait(false))
                .ConfigureAwait(false);
            await ReadBackAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<PendingImage> Waiting() => _pending.Where(p => p.State == PendingState.Waiting);

    private bool IsStopped => _stop is not null || gate.Stop is not null;

    private string DatasetId => _remote?.Id ?? plan.Target!.Id!;

    /// <summary>The first image into a dataset that holds no content name goes alone: if names do not survive, a re-run would send everything again.</summary>
    private async Task<bool> SendCanaryAsync(CancellationToken cancellationToken)
    {
        while (Waiting().FirstOrDefault(p => p.SendsImage) is { } canary && !IsStopped)
        {
            await SendAsync([canary], cancellationToken).ConfigureAwait(false);
            await ReadBackAsync(cancellationToken).ConfigureAwait(false);
            if (canary.IsImageSeen) return true;
            // A file that appeared under a name of another kind is the canary, even if its answer was lost.
            if (canary.State != PendingState.Unknown && StrangersSeen() <= StrangersKnown()) continue;
            var manifest = plan.Dataset.Manifest!;
            _problems.Add(UploadRules.NamesAltered.At(manifest.Path, manifest.NamePosition,
                $"The first image was sent as {MessageText.Quote(canary.Name)}, but the dataset shows {Shown()}. This tool recognises "
                    + "images by their names, and a later run would send everything again, so nothing more was sent. Look at the dataset at Ideogram, and "
                    + "report the problem."));
            return false;
        }

        return !IsStopped;
    }

    private int StrangersSeen() => _remote?.Files.Count(f => f.Hash is null) ?? 0;

    private int StrangersKnown() => plan.Foreign.Count + plan.Images.Count(i => i.Remote is { Hash: null });

    private string Shown() => _remote is { Files.Count: > 0 } remote
        ? string.Join(", ", remote.Files.Take(3).Select(f => f.Name is null ? "a file without a name" : MessageText.Quote(f.Name)))
        : "nothing";

    private Task SendAsync(IReadOnlyList<PendingImage> batch, CancellationToken cancellationToken) => gate.RunAsync(
        async () =>
        {
            if (IsStopped) return;
            cancellationToken.ThrowIfCancellationRequested();
            var started = time.GetTimestamp();
            try
            {
                foreach (var image in batch) image.Send();
                var answer = await client.UploadAsync(DatasetId, [.. batch.SelectMany(i => i.Files())], gate, cancellationToken).ConfigureAwait(false);
                foreach (var image in batch) image.Judge(answer);
                Say(batch, "sent");
            }
            catch (IdeogramException e)
            {
                Judge(batch, e.ApiFault);
                Say(batch, e.ApiFault.Text);
            }
            finally
            {
                foreach (var image in batch) image.Sent(time.GetElapsedTime(started));
            }
        },
        cancellationToken);

    private void Judge(IReadOnlyList<PendingImage> batch, ApiFault fault)
    {
        if (fault.Kind == ApiFaultKind.FileChanged)
        {
            // The request was stopped: the file that changed cannot have arrived, the others can.
            foreach (var image in batch.Where(i => i.Name == fault.FileName)) image.Refuse(Failure.From(fault));
        }
        else if (fault.Treatment.MayHaveLanded)
        {
            foreach (var image in batch) image.Lose(fault);
            if (!fault.Treatment.IsTransient) Stop(fault, "Uploading");
            // Perhaps too much for this connection at once, or for a gateway that hangs up instead of answering 413.
            if (fault.Kind is ApiFaultKind.ConnectionLost or ApiFaultKind.Timeout) _batching.Halve(batch);
        }
        else if (fault.Kind == ApiFaultKind.TooLarge && batch.Count == 1)
        {
            batch[0].Refuse(Failure.From(fault));
        }
        else
        {
            foreach (var image in batch) image.Return();
            if (fault.Kind == ApiFaultKind.TooLarge) _batching.Halve(batch);
            else Stop(fault, "Uploading");
        }
    }

    private void Stop(ApiFault fault, string doing)
    {
        if (fault.Treatment.StopsRun) gate.StopRun(fault);
        if (Interlocked.CompareExchange(ref _stop, fault, null) is not null) return;
        var manifest = plan.Dataset.Manifest!;
        lock (_problems) _problems.Add(fault.At(manifest.Path, manifest.NamePosition, doing));
    }

    private async Task ReadBackAsync(CancellationToken cancellationToken)
    {
        if (!_pending.Exists(p => p.IsOpen)) return;
        await _settling.WaitAsync(
            async token =>
            {
                _remote = await client.GetDatasetAsync(DatasetId, token).ConfigureAwait(false);
                Look(_remote);
                return !_pending.Exists(p => p.IsAwaited);
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var image in _pending) image.Settle(goesOn: _stop is null);
    }

    private void Look(RemoteDataset remote)
    {
        foreach (var image in _pending) image.Look(remote);
    }

    /// <summary>After a cancellation: one short query, so that the report knows what arrived.</summary>
    private async Task LookOnceMoreAsync(CancellationToken deadline)
    {
        if (!_pending.Exists(p => p.IsOpen) || (_remote?.Id ?? plan.Target!.Id) is null) return;
        try
        {
            _remote = await client.GetDatasetAsync(DatasetId, deadline).ConfigureAwait(false);
            Look(_remote);
        }
        catch (Exception e) when (e is IdeogramException or OperationCanceledException)
        {
            // What could not be seen is reported as unknown.
        }

        foreach (var image in _pending) image.GiveUp();
    }

    private bool IsAuto => plan.Dataset.Manifest!.Update == UpdatePolicy.Auto;

    // With 'update: auto' a dataset holds exactly the manifest's set, unless two runs with different sets fill it.
    private IEnumerable<Diagnostic> Strangers()
    {
        var manifest = plan.Dataset.Manifest!;
        if (!IsAuto || _remote is not { } remote || plan.Stale.Count > 0) yield break;
        var now = Planner.For(plan.Dataset, remote);
        if (now.Stale.Count > 0 || IsUntouched(now))
            yield return UploadRules.TwoRuns.At(manifest.Path, manifest.NamePosition, $"Another run sent other images or captions into "
                + $"{MessageText.Quote(remote.Name)} at the same time. Run again: the next upload starts a dataset of its own. Give the workflow a "
                + "'concurrency' group, so that uploads wait for each other.");
    }

    private bool IsUntouched(DatasetPlan now) => now.IsEdit && _pending.TrueForAll(p => p.Attempts == 0);

    private void Say(IReadOnlyList<PendingImage> batch, string what) =>
        Say($"{ReportText.Count(batch.Count, batch.Any(p => p.SendsImage) ? "image" : "caption")}: {what}");

    private void Say(string message)
    {
        var done = _pending.Where(p => p.State is not (PendingState.Waiting or PendingState.Lost)).ToList();
        progress?.Report(new UploadProgress(plan.Target!.Name, done.Count, _pending.Count, message)
        {
            Bytes = done.Sum(p => p.Size),
            TotalBytes = _pending.Sum(p => p.Size),
        });
    }

    private DatasetReport Report()
    {
        if (_stop is null && gate.Stop is { } elsewhere && Waiting().Any()) Stop(elsewhere, "Uploading stopped");
        var doubled = Planner.Doubled(_remote?.Files ?? []).Where(f => plan.Doubled.All(known => known.Hash != f.Hash));
        var images = UploadResults.Create(plan, _pending);
        return new DatasetReport
        {
            Plan = plan,
            DatasetId = _remote?.Id ?? plan.Target?.Id,
            IsCreated = _isCreated,
            Images = images,
            ImagesSeen = _remote?.Files.Count ?? plan.ImagesBefore,
            Diagnostics = [.. plan.Diagnostics, .. _problems, .. Planner.DoublesIn(doubled, plan.Dataset.Manifest!), .. UploadResults.Problems(images),
                .. Strangers()],
        };
    }
}

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Uploading;

namespace Ideogram.Build.Sync.Captioning;

/// <summary>
/// Lets Ideogram describe images, and writes each caption beside its image as soon as it is there: a run that is stopped and started again sends only the
/// rest. A call costs money, so one that may have been carried out is not repeated.
/// </summary>
/// <param name="client">Address, key and patience.</param>
/// <param name="flags">What a caption holds.</param>
/// <param name="folder">Full path of the folder below which nothing is written through a link.</param>
/// <param name="time">The clock.</param>
public sealed class Captioner(IdeogramClientOptions client, DescribeFlags flags, string folder, TimeProvider time)
{
    /// <summary>Below the limit of 10 that an organization has: others use it too.</summary>
    private const int Parallelism = 4;

    /// <summary>Who is told to stop lets calls that are under way end for so long: they are paid for.</summary>
    private static readonly TimeSpan LastCalls = TimeSpan.FromSeconds(3);

    /// <summary>Describes and writes. When cancelled it begins nothing more, and says what is known: it does not throw.</summary>
    /// <param name="plan">The images.</param>
    /// <param name="progress">Told after each call.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<CaptionResult> RunAsync(CaptionPlan plan, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        using var ideogram = new IdeogramClient(client, time);
        using var gate = new UploadGate(Parallelism, time);
        using var end = new CancellationTokenSource();
        var stop = cancellationToken.Register(() => end.CancelAfter(LastCalls));
        await using var _ = stop.ConfigureAwait(false);
        var run = new CaptionRun(plan.Jobs.Count, gate, progress);
        var share = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = CancellationToken.None };
        await Parallel.ForEachAsync(Writable(plan.Jobs, run), share, async (job, _) =>
        {
            if (run.IsStopped || cancellationToken.IsCancellationRequested) return;
            await DescribeAsync(ideogram, gate, run, job, end.Token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return run.Result(cancellationToken.IsCancellationRequested);
    }

    private async Task DescribeAsync(IdeogramClient ideogram, UploadGate gate, CaptionRun run, CaptionJob job, CancellationToken cancellationToken)
    {
        var (asset, image) = (job.Gaps[0].Asset, job.Gaps[0].Asset.Image);
        try
        {
            var file = new UploadFile(NameOf(asset), ImageFormats.Row(image.Format).MediaType, image.Bytes, asset.OpenRead)
            {
                Sha256 = image.Sha256,
                Crc32 = image.Crc32,
            };
            var answer = await ideogram.DescribeAsync(file, flags, gate, cancellationToken).ConfigureAwait(false);
            Write(run, job, CaptionJson.Readable(answer));
        }
        catch (IdeogramException e)
        {
            run.Failed(job, e.ApiFault);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.BrokenOff(job);
        }
    }

    private void Write(CaptionRun run, CaptionJob job, byte[] caption)
    {
        if (CaptionCheck.Check(job.Gaps[0].File, caption).FirstOrDefault(d => d.IsError) is { } wrong)
        {
            run.NotUsable(job, wrong);
            return;
        }

        foreach (var gap in job.Gaps)
        {
            try
            {
                FileWriter.Create(gap.File, caption, folder);
                run.Wrote(gap);
            }
            catch (IOException) when (Path.Exists(gap.File) || RepositoryRoot.IsLink(gap.File))
            {
                run.Left(gap, $"{MessageText.Quote(Path.GetFileName(gap.File))} appeared just now, and is left as it is");
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                run.NotWritten(gap, e);
            }
        }

        run.Described(job);
    }

    /// <summary>The calls whose caption can be written: a call whose caption cannot be written is not made.</summary>
    private List<CaptionJob> Writable(IReadOnlyList<CaptionJob> jobs, CaptionRun run)
    {
        var closed = new Dictionary<string, Exception?>(StringComparer.Ordinal);
        return [.. jobs.Where(job => job.Gaps.All(IsWritable))];

        bool IsWritable(CaptionGap gap)
        {
            var parent = Path.GetDirectoryName(gap.File)!;
            if (!closed.TryGetValue(parent, out var wrong)) closed[parent] = wrong = Try(gap.File, parent);
            if (wrong is not null) run.NotWritten(gap, wrong);
            return wrong is null;
        }
    }

    private Exception? Try(string file, string parent)
    {
        try
        {
            FileWriter.RefuseLinks(file, folder);
            FileWriter.Probe(parent);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e;
        }
    }

    // Its own name may be anything, and tells Ideogram nothing that it needs.
    private static string NameOf(Asset asset) => Naming.ContentName.Create(asset);
}

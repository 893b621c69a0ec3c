using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Action.Output;
using Ideogram.Build.Action.Review;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Running;

/// <summary>Uploads what a push brought, unless a later push is there, and tells the pull requests that it merged.</summary>
internal sealed class ShipRun(RunParts parts, string branch)
{
    // The runner kills a container ten seconds after it asked it to stop.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(6);

    private readonly MergedPullRequests _merged = new(parts.GitHub, branch, parts.Environment.Sha, parts.Payload, parts.Host.Time);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var pulls = await parts.TryAsync(() => _merged.LookAsync(cancellationToken), []);
        if (await parts.NewerTipAsync(branch, cancellationToken) is { } tip)
        {
            await parts.Delivery.SupersedeAsync(branch, tip, Numbers(pulls), cancellationToken);
            return ExitCode.Success;
        }

        var report = await UploadAsync(cancellationToken);
        using var lastWords = new CancellationTokenSource();
        await using var shorten = cancellationToken.Register(() => lastWords.CancelAfter(LastWords));
        var document = parts.Document(report);
        var said = new Said(document, parts.Links(parts.Environment.Sha), report.IsCancelled ? CommentState.Planned : CommentState.Done)
        {
            HasChanges = report.Count(Outcome.Uploaded) > 0 || !report.IsSuccess || report.Datasets.Any(d => d.Training?.Outcome == TrainingOutcome.Started),
        };
        if (pulls.Count == 0 && said.HasChanges)
            pulls = await parts.TryAsync(() => report.IsCancelled ? _merged.LookAsync(lastWords.Token) : _merged.WaitAsync(lastWords.Token), []);
        var waiting = report.IsCancelled ? [] : await parts.TryAsync(() => parts.Delivery.WaitingAsync(branch, pulls, lastWords.Token), []);
        await parts.Delivery.DeliverAsync(said, [.. Numbers(pulls), .. waiting], lastWords.Token);
        return ExitCode.Of(document);
    }

    private async Task<Report> UploadAsync(CancellationToken cancellationToken)
    {
        var engine = parts.Engine(parts.Inputs.ApiKey ?? throw new UsageException(
            "An upload needs the input api-key. Give it `${{ secrets.IDEOGRAM_API_KEY }}`; if the secret is in a protected environment, name that environment in the job.", GitHubRules.NoKey));
        try
        {
            var plan = await engine.PlanAsync(parts.Validated(cancellationToken), cancellationToken);
            var report = await UploadFace.RunAsync(parts.Host, parts.Redactor, isData: false, progress => engine.UploadAsync(plan, progress, cancellationToken));
            return report.IsCancelled ? report : await engine.TrainAsync(report, parts.Training, null, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Report { Kind = RunKind.Upload, Started = parts.Started, Datasets = [], IsCancelled = true };
        }
    }

    private static IReadOnlyList<int> Numbers(IReadOnlyList<PullRequest> pulls) => [.. pulls.Select(p => p.Number)];
}

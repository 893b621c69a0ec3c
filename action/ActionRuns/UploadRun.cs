using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Uploads what a push brought, unless a later push is there, and tells the pull requests that it merged.</summary>
internal sealed class UploadRun(ActionContext context, string branch)
{
    // The runner kills a container ten seconds after it asked it to stop.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(6);

    private readonly MergedPullRequests _merged = new(context.GitHub, branch, context.Environment.Sha, context.Payload, context.Host.Time);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var pulls = await context.TryAsync(() => _merged.LookAsync(cancellationToken), []);
        if (await context.NewerTipAsync(branch, cancellationToken) is { } tip)
        {
            await context.Publisher.SupersedeAsync(branch, tip, Numbers(pulls), cancellationToken);
            return ExitCode.Success;
        }

        var report = await UploadAsync(cancellationToken);
        using var lastWords = new CancellationTokenSource();
        await using var shorten = cancellationToken.Register(() => lastWords.CancelAfter(LastWords));
        var document = context.Document(report);
        var result = new RunResult(document, context.Links(context.Environment.Sha), report.IsCancelled ? CommentState.Planned : CommentState.Done);
        if (pulls.Count == 0 && (document.HasChanges || !document.Success))
            pulls = await context.TryAsync(() => report.IsCancelled ? _merged.LookAsync(lastWords.Token) : _merged.WaitAsync(lastWords.Token), []);
        var waiting = report.IsCancelled ? [] : await context.TryAsync(() => context.Publisher.WaitingAsync(branch, pulls, lastWords.Token), []);
        await context.Publisher.PublishAsync(result, [.. Numbers(pulls), .. waiting], lastWords.Token);
        return ExitCode.FromReport(document);
    }

    private async Task<Report> UploadAsync(CancellationToken cancellationToken)
    {
        var engine = context.Engine(context.Inputs.ApiKey ?? throw new UsageException(
            "An upload needs the input api-key. Give it `${{ secrets.IDEOGRAM_API_KEY }}`; if the secret is in a protected environment, name that "
                + "environment in the job.", GitHubRules.NoKey));
        try
        {
            var plan = await engine.PlanAsync(context.Validated(cancellationToken), cancellationToken);
            var report = await UploadProgressDisplay.RunAsync(context.Host, context.Redactor, isData: false, progress =>
                engine.UploadAsync(plan, progress, cancellationToken));
            return report.IsCancelled ? report : await engine.TrainAsync(report, context.Training, null, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Report { Kind = RunKind.Upload, Started = context.Started, Datasets = [], IsCancelled = true };
        }
    }

    private static IReadOnlyList<int> Numbers(IReadOnlyList<PullRequest> pulls) => [.. pulls.Select(p => p.Number)];
}

using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Uploads what a push changed, unless there is a later push, and comments on the pull requests that it merged.</summary>
internal sealed class UploadRun(ActionContext context, string branch)
{
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
        var document = context.Document(report);
        var result = new RunResult(document, context.Links(context.Environment.Sha), report.IsCancelled ? CommentState.Planned : CommentState.Done);
        // What is only written comes before what is asked: a cancelled run may not come to the end of it.
        await context.Publisher.WriteAsync(result);
        if (pulls.Count == 0 && (document.HasChanges || !document.Success))
            pulls = await context.TryAsync(() => report.IsCancelled ? _merged.LookAsync(context.Deadline) : _merged.WaitAsync(context.Deadline), []);
        var waiting = report.IsCancelled ? [] : await context.TryAsync(() => context.Publisher.WaitingAsync(branch, pulls, context.Deadline), []);
        await context.Publisher.CommentAsync(result, [.. Numbers(pulls), .. waiting], context.Deadline);
        return ExitCode.FromReport(document);
    }

    private async Task<Report> UploadAsync(CancellationToken cancellationToken)
    {
        using var engine = context.Engine(context.Inputs.ApiKey ?? throw new UsageException(
            "An upload needs the input api-key. Give it `${{ secrets.IDEOGRAM_API_KEY }}`; if the secret is in a protected environment, name that "
                + "environment in the job.", GitHubRules.NoKey));
        try
        {
            var plan = await engine.PlanAsync(await context.ValidatedAsync(cancellationToken), cancellationToken);
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

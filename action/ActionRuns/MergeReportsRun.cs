using System.Globalization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>
/// Merges the reports of other jobs into one comment. The reports may come from a stranger's pull request (by <c>workflow_run</c>), so what
/// pull request they are for is queried at GitHub by the commit that the event names, never read from them.
/// </summary>
internal sealed class MergeReportsRun(ActionContext context)
{
    private const int MaxNames = 5;

    private readonly ReportOrigin _origin = ReportOrigin.From(context.Environment, context.Payload, context.Inputs);

    private EventWorkflowRun? Other => context.Environment.EventName == "workflow_run" ? context.Payload.WorkflowRun : null;

    private bool IsPush => (Other?.Event ?? context.Environment.EventName) == "push";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var tip = IsPush && Other is null && context.Environment.Branch is { } branch ? await context.NewerTipAsync(branch, cancellationToken) : null;
        var (silent, report) = await MergedAsync(tip is not null, cancellationToken);
        if (tip is not null && report.Totals is { Uploaded: 0, CaptionSent: 0 })
        {
            var merged = await context.TryAsync(() => Merged(context.Environment.Branch!, context.Environment.Sha).LookAsync(cancellationToken), []);
            await context.Publisher.SupersedeAsync(context.Environment.Branch!, tip, [.. merged.Select(p => p.Number)], cancellationToken);
            return ExitCode.Success;
        }

        var pulls = await context.TryAsync(() => PullRequestsAsync(cancellationToken), []);
        if (pulls.Count == 0)
            context.Log.Notice("No pull request belongs to this commit: the job summary has the report.");
        var isOver = report.Kind == RunKind.Upload && !report.Cancelled && silent.Count == 0;
        var review = await ReviewAsync(report, pulls, cancellationToken);
        var state = (tip is not null, IsRefused(report), isOver) switch
        {
            (true, _, _) => CommentState.Superseded,
            (_, true, _) => CommentState.Refused,
            (_, _, true) => CommentState.Done,
            _ => CommentState.Planned,
        };
        var marker = Marker(report, pulls, state) with { IsReviewed = review?.IsReviewed == true };
        var result = new RunResult(report with { Run = WorkflowRun.Of(context.Host) }, Links(report, pulls), marker)
        {
            Review = review,
            Notes = [.. Notes(tip, silent, report)],
        };
        await context.Publisher.PublishAsync(result, [.. pulls.Select(p => p.Number)], cancellationToken);
        return ExitCode.FromReport(report);
    }

    private static bool IsRefused(ReportDocument report) => report.Problems.Any(p => p.Code == GitHubRules.ReviewMissing.Code);

    // What a stranger wrote is no plan that anybody could have reviewed.
    private CommentMarker Marker(ReportDocument report, IReadOnlyList<PullRequest> pulls, CommentState state) =>
        state == CommentState.Planned && report.Kind == RunKind.Plan && Other is null && pulls is [var pull]
            ? context.PlanMarker(pull.HeadSha, pull.BaseSha, report)
            : state == CommentState.Done && Other is null ? CommentMarker.AfterUpload(report)
            : new CommentMarker(state);

    private async Task<PlanReview?> ReviewAsync(ReportDocument report, IReadOnlyList<PullRequest> pulls, CancellationToken cancellationToken)
    {
        if (report.Kind != RunKind.Upload)
        {
            return Other is null && pulls is [var pull]
                ? new PlanReview(context.Reviewed(pull.HeadSha)) { ComparedWith = context.Reviewed(pull.BaseSha) }
                : null;
        }

        if (Other is not null || context.Environment.Branch is not { } branch)
            return null;
        if (report.Totals.Uploaded == 0 && !IsRefused(report) && report.Datasets.All(d => d.Diagnostics.Any(p => p.IsError)))
            return UploadReview.Nothing(context.Reviewed(context.Environment.Sha));
        var review = new UploadReview(context, new EarlierPullRequests(context.GitHub, context.Sticky, branch));
        string[] manifests = [.. report.Datasets.Select(d => Path.Combine(context.Root, d.Manifest))];
        return await context.TryAsync<PlanReview?>(async () => await review.CompareAsync(pulls, report.PlanDigest, manifests, cancellationToken), null);
    }

    // A superseded job writes no report: the run for the newer commit does its work.
    private async Task<MergedReport> MergedAsync(bool isSuperseded, CancellationToken cancellationToken)
    {
        var kind = IsPush && _origin.MayUpload ? RunKind.Upload : RunKind.Plan;
        try
        {
            return await new JobReports(new ReportFinder(context.Environment.Workspace, context.Environment.TempFolder), _origin)
                .MergeAsync(context.Inputs.Reports, isSuperseded ? [] : [.. context.Inputs.Expected.Select(context.Display)], kind, context.Started,
                cancellationToken);
        }
        catch (UsageException) when (isSuperseded)
        {
            return new MergedReport([], ReportDocument.Create(kind, null, context.Started, 0, cancelled: false, []));
        }
    }

    private IEnumerable<string> Notes(string? tip, IReadOnlyList<string> silent, ReportDocument report)
    {
        if (_origin.Maker is { } maker)
            yield return maker;
        if (tip is not null)
            yield return $"A newer commit was pushed during this run: the run for '{tip[..7]}' uploads the rest.";
        else if (silent.Count > 0)
            yield return Note(silent, report);
    }

    private static string Note(IReadOnlyList<string> silent, ReportDocument report)
    {
        var names = silent.Take(MaxNames).Select(s => $"'{s}'");
        var more = silent.Count > MaxNames ? string.Create(CultureInfo.InvariantCulture, $" and {silent.Count - MaxNames} more") : "";
        return string.Create(CultureInfo.InvariantCulture, $"No report from {silent.Count} of {report.Datasets.Count} datasets: "
            + $"{string.Join(", ", names)}{more}. Their jobs failed or were cancelled before they could write one.");
    }

    private async Task<IReadOnlyList<PullRequest>> PullRequestsAsync(CancellationToken cancellationToken)
    {
        if (context.Payload.PullRequest is { Head.Sha: { } head, Base: { Sha: { } from, Ref: { } into } } own)
            return [new PullRequest(own.Number, head, from, into)];
        if (Other is { Event: "pull_request", HeadSha: { } sha, HeadBranch: { } headBranch, HeadRepository.FullName: { } repository })
            return [.. (await context.GitHub.OpenPullRequestsAsync(repository.Split('/')[0], headBranch, cancellationToken))
                .Where(p => p.HeadSha == sha && p.HeadRepository == repository)];
        if (!IsPush || (Other?.HeadBranch ?? context.Environment.Branch) is not { } branch)
            return [];
        var merged = Merged(branch, Other?.HeadSha ?? context.Environment.Sha);
        return await merged.LookAsync(cancellationToken) is { Count: > 0 } found ? found : await merged.WaitAsync(cancellationToken);
    }

    private MergedPullRequests Merged(string branch, string commit) => new(context.GitHub, branch, commit, context.Payload, context.Host.Time);

    private GitHubLinks Links(ReportDocument report, IReadOnlyList<PullRequest> pulls)
    {
        var pull = report.Kind != RunKind.Upload && pulls.Count == 1 ? pulls[0] : null;
        return new GitHubLinks(context.Page, pull?.HeadSha ?? Other?.HeadSha ?? context.Environment.Sha)
        {
            Base = pull?.BaseSha,
        };
    }
}

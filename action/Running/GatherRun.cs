using System.Globalization;
using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Action.Review;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Running;

/// <summary>
/// Merges the reports of other jobs into one comment. The reports may come from a stranger's pull request (by <c>workflow_run</c>), so what
/// pull request they are for is asked from GitHub by the commit that the event names, never read from them.
/// </summary>
internal sealed class GatherRun(RunParts parts)
{
    private const int MostNames = 5;

    private readonly ReportOrigin _origin = ReportOrigin.From(parts.Environment, parts.Payload, parts.Inputs);

    private EventWorkflowRun? Other => parts.Environment.EventName == "workflow_run" ? parts.Payload.WorkflowRun : null;

    private bool IsPush => (Other?.Event ?? parts.Environment.EventName) == "push";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var tip = IsPush && Other is null && parts.Environment.Branch is { } branch ? await parts.NewerTipAsync(branch, cancellationToken) : null;
        var (silent, report) = await GatheredAsync(tip is not null, cancellationToken);
        if (tip is not null && report.Totals.Uploaded == 0)
        {
            var merged = await parts.TryAsync(() => Merged(parts.Environment.Branch!, parts.Environment.Sha).LookAsync(cancellationToken), []);
            await parts.Delivery.SupersedeAsync(parts.Environment.Branch!, tip, [.. merged.Select(p => p.Number)], cancellationToken);
            return ExitCode.Success;
        }

        var pulls = await parts.TryAsync(() => PullRequestsAsync(cancellationToken), []);
        if (pulls.Count == 0)
            parts.Log.Notice("No pull request belongs to this commit: the job summary has the report.");
        var isOver = report.Kind == RunKind.Upload && !report.Cancelled && silent.Count == 0;
        var said = new Said(report with { Run = GitHubRun.Of(parts.Host) }, Links(report, pulls), tip is not null ? CommentState.Superseded : isOver ? CommentState.Done : CommentState.Planned)
        {
            HasChanges = report.Datasets.Any(IsChange),
            Notes = [.. Notes(tip, silent, report)],
        };
        await parts.Delivery.DeliverAsync(said, [.. pulls.Select(p => p.Number)], cancellationToken);
        return ExitCode.Of(report);
    }

    private static bool IsChange(ReportedDataset dataset) => dataset.Stale.Count > 0 || dataset.FormerTarget is not null
        || dataset.Training?.Outcome is TrainingOutcome.Due or TrainingOutcome.Started
        || dataset.Images.Any(i => i.Outcome == Outcome.Uploaded || (i.Outcome == Outcome.Planned && i.IsSent));

    // A superseded job leaves no report and need not: the run for the newer commit does its work.
    private async Task<GatheredReport> GatheredAsync(bool isSuperseded, CancellationToken cancellationToken)
    {
        var kind = IsPush && _origin.MayUpload ? RunKind.Upload : RunKind.Plan;
        try
        {
            return await new ReportFiles(new ReportFinder(parts.Environment.Workspace, parts.Environment.TempFolder), _origin).MergeAsync(parts.Inputs.Reports, isSuperseded ? [] : [.. parts.Inputs.Expected.Select(parts.Display)], kind, parts.Started, cancellationToken);
        }
        catch (UsageException) when (isSuperseded)
        {
            return new GatheredReport([], ReportDocument.Create(kind, null, parts.Started, 0, cancelled: false, []));
        }
    }

    private IEnumerable<string> Notes(string? tip, IReadOnlyList<string> silent, ReportDocument report)
    {
        if (_origin.Maker is { } maker)
            yield return maker;
        if (tip is not null)
            yield return $"Something newer was pushed while this ran: the run for '{tip[..7]}' uploads the rest.";
        else if (silent.Count > 0)
            yield return Note(silent, report);
    }

    private static string Note(IReadOnlyList<string> silent, ReportDocument report)
    {
        var names = silent.Take(MostNames).Select(s => $"'{s}'");
        var more = silent.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $" and {silent.Count - MostNames} more") : "";
        return string.Create(CultureInfo.InvariantCulture, $"No report from {silent.Count} of {report.Datasets.Count} datasets: {string.Join(", ", names)}{more}. Their jobs failed or were cancelled before they could say what they did.");
    }

    private async Task<IReadOnlyList<PullRequest>> PullRequestsAsync(CancellationToken cancellationToken)
    {
        if (parts.Payload.PullRequest is { Head.Sha: { } head, Base: { Sha: { } from, Ref: { } into } } own)
            return [new PullRequest(own.Number, head, from, into)];
        if (Other is { Event: "pull_request", HeadSha: { } sha, HeadBranch: { } headBranch, HeadRepository.FullName: { } repository })
            return [.. (await parts.GitHub.OpenPullRequestsAsync(repository.Split('/')[0], headBranch, cancellationToken)).Where(p => p.HeadSha == sha && p.HeadRepository == repository)];
        if (!IsPush || (Other?.HeadBranch ?? parts.Environment.Branch) is not { } branch)
            return [];
        var merged = Merged(branch, Other?.HeadSha ?? parts.Environment.Sha);
        return await merged.LookAsync(cancellationToken) is { Count: > 0 } found ? found : await merged.WaitAsync(cancellationToken);
    }

    private MergedPullRequests Merged(string branch, string commit) => new(parts.GitHub, branch, commit, parts.Payload, parts.Host.Time);

    private GitHubLinks Links(ReportDocument report, IReadOnlyList<PullRequest> pulls)
    {
        var pull = report.Kind != RunKind.Upload && pulls.Count == 1 ? pulls[0] : null;
        return new GitHubLinks(parts.Page, pull?.HeadSha ?? Other?.HeadSha ?? parts.Environment.Sha)
        {
            Base = pull?.BaseSha,
        };
    }
}

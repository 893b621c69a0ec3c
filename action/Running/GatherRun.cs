using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Action.Review;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Running;

/// <summary>
/// Merges the reports of other jobs into one comment. The reports may come from a stranger's pull request (by <c>workflow_run</c>), so what
/// pull request they are for is asked from GitHub by the commit that the event names, never read from them.
/// </summary>
internal sealed class GatherRun(RunParts parts)
{
    private EventWorkflowRun? Other => parts.Environment.EventName == "workflow_run" ? parts.Payload.WorkflowRun : null;

    private bool IsPush => (Other?.Event ?? parts.Environment.EventName) == "push";

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (IsPush && Other is null && parts.Environment.Branch is { } branch && await parts.NewerTipAsync(branch, cancellationToken) is { } tip)
        {
            var merged = await parts.TryAsync(() => Merged(branch, parts.Environment.Sha).LookAsync(cancellationToken), []);
            await parts.Delivery.SupersedeAsync(branch, tip, [.. merged.Select(p => p.Number)], cancellationToken);
            return ExitCode.Success;
        }

        var report = await new ReportFiles(parts.Environment.Workspace, parts.Root).MergeAsync(parts.Inputs.Reports, parts.Started, cancellationToken);
        var pulls = await parts.TryAsync(() => PullRequestsAsync(cancellationToken), []);
        if (pulls.Count == 0)
            parts.Log.Notice("No pull request belongs to this commit: the job summary has the report.");
        var said = new Said(report, Links(report, pulls), report.Kind == RunKind.Upload && !report.IsCancelled ? CommentState.Done : CommentState.Planned)
        {
            HasChanges = report.Datasets.Any(d => d.Images.Any(i => i.Outcome == Outcome.Uploaded || (i.Outcome == Outcome.Planned && i.Image.IsSent)) || d.Plan.Stale.Count > 0),
        };
        await parts.Delivery.DeliverAsync(said, [.. pulls.Select(p => p.Number)], cancellationToken);
        return ExitCode.Of(report);
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

    private GitHubLinks Links(Report report, IReadOnlyList<PullRequest> pulls)
    {
        var pull = report.Kind != RunKind.Upload && pulls.Count == 1 ? pulls[0] : null;
        return new GitHubLinks(parts.Page, parts.Root, pull?.HeadSha ?? Other?.HeadSha ?? parts.Environment.Sha)
        {
            Base = pull?.BaseSha,
            FormerPaths = report.Datasets.SelectMany(d => d.Images).Where(i => i.Image.IsEdit).Select(i => i.Image.Asset.File).Distinct()
                .ToDictionary(f => f, f => Path.GetRelativePath(parts.Root, f).Replace('\\', '/'), StringComparer.Ordinal),
        };
    }
}

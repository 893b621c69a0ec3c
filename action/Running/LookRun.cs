using Ideogram.Build.Action.Commands;
using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Action.Review;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Running;

/// <summary>Validates and plans, sends nothing, and tells the pull request.</summary>
internal sealed class LookRun(RunParts parts, Stage.Look look)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var datasets = parts.Validated(cancellationToken);
        var (plan, links) = look.Kind == RunKind.Validate ? (ValidateCommand.PlanOf(datasets), parts.Links(parts.Environment.Sha)) : await PlanAsync(datasets, cancellationToken);
        var report = Report.Of(plan, look.Kind, parts.Started, parts.Host.Time.GetUtcNow() - parts.Started);
        var said = new Said(report, links, CommentState.Planned)
        {
            HasChanges = plan.Datasets.Any(d => d.Images.Any(i => i.IsSent) || d.Stale.Count > 0 || d.Target?.Former is not null),
        };
        await parts.Delivery.DeliverAsync(said, look.PullRequest is { } pull ? [pull.Number] : [], cancellationToken);

        var code = ExitCode.Of(report);
        if (code != ExitCode.Success || !look.FailOnDrift || Drift.Of(plan) == 0)
            return code;
        parts.Log.Note(GitHubRules.Drift, "An upload would change the datasets: see the job summary. Run the upload, or bring the manifest in line.");
        return ExitCode.Failure;
    }

    private async Task<(Plan Plan, ILinks Links)> PlanAsync(IReadOnlyList<Dataset> datasets, CancellationToken cancellationToken)
    {
        var key = parts.Inputs.ApiKey;
        if (key is null && look.PullRequest is null)
            throw new UsageException("A plan without a pull request needs the input api-key: only a pull request has a base commit to compare with.", GitHubRules.NoKey);
        var plan = key is null ? ValidateCommand.PlanOf(datasets) : await parts.Engine(key).PlanAsync(datasets, cancellationToken);
        if (look.PullRequest?.Head?.Sha is not { } head)
            return (plan, parts.Links(parts.Environment.Sha));

        try
        {
            var against = await BaseCommit.ReadAsync(parts.GitHub, parts.Environment.Sha, look.PullRequest, parts.Root, cancellationToken);
            var compared = await against.CompareAsync(plan, key is not null, cancellationToken);
            if (against.IsTruncated)
                parts.Log.Note(GitHubRules.PartialTree, "The repository has more files than GitHub lists at once: images that are not listed count as new in this plan.");
            return (compared.Plan, new GitHubLinks(parts.Page, parts.Root, head) { Base = against.Commit, FormerPaths = compared.FormerPaths });
        }
        catch (GitHubException e)
        {
            parts.Log.Note(e.Rule, $"The base commit could not be read, so edits are not told from new images. {e.Message}");
            return (plan, parts.Links(head));
        }
    }
}

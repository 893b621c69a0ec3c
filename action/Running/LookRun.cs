using Ideogram.Build.Action.Commands;
using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Action.Review;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Action.Running;

/// <summary>Validates and plans, sends nothing, and tells the pull request.</summary>
internal sealed class LookRun(RunParts parts, Stage.Look look)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var datasets = parts.Validated(cancellationToken);
        var (report, links) = look.Kind == RunKind.Validate
            ? (ReportOf(Planner.Unasked(datasets)), parts.Links(parts.Environment.Sha))
            : await PlanAsync(datasets, cancellationToken);
        var document = parts.Document(report);
        var said = new Said(document, links, CommentState.Planned) { HasChanges = report.Datasets.Any(IsChange) };
        await parts.Delivery.DeliverAsync(said, look.PullRequest is { } pull ? [pull.Number] : [], cancellationToken);

        var code = ExitCode.Of(document);
        if (code != ExitCode.Success || !look.FailOnDrift || Drift.Of(report.Datasets.Select(d => d.Plan)) == 0)
            return code;
        parts.Log.Note(GitHubRules.Drift, "An upload would change the datasets: see the job summary. Run the upload, or bring the manifest in line.");
        return ExitCode.Failure;
    }

    private static bool IsChange(DatasetReport dataset) =>
        dataset.Images.Any(i => i.Image.IsSent) || dataset.Plan.Stale.Count > 0 || dataset.Plan.Target?.Former is not null || dataset.Training?.Outcome == TrainingOutcome.Due;

    private async Task<(Report Report, ILinks Links)> PlanAsync(IReadOnlyList<Dataset> datasets, CancellationToken cancellationToken)
    {
        var engine = parts.Inputs.ApiKey is { } key ? parts.Engine(key) : null;
        if (engine is null && look.PullRequest is null)
            throw new UsageException("A plan without a pull request needs the input api-key: only a pull request has a base commit to compare with.", GitHubRules.NoKey);
        var plan = engine is null ? Planner.Unasked(datasets) : await engine.PlanAsync(datasets, cancellationToken);
        var (compared, links) = await CompareAsync(plan, engine is not null, cancellationToken);
        var report = ReportOf(compared.Plan);
        return (engine is null
            ? TrainingForecast.Unasked(report, parts.Training, d => IsAnotherSet(d.Plan) || compared.Retrained.Contains(d.Plan.Dataset.ManifestPath))
            : await engine.ForeseeTrainingsAsync(report, parts.Training, cancellationToken), links);
    }

    private async Task<(ComparedPlan Compared, ILinks Links)> CompareAsync(Plan plan, bool isAsked, CancellationToken cancellationToken)
    {
        if (look.PullRequest?.Head?.Sha is not { } head)
            return (new ComparedPlan(plan), parts.Links(parts.Environment.Sha));

        try
        {
            var against = await BaseCommit.ReadAsync(parts.GitHub, parts.Environment.Sha, look.PullRequest, parts.Root, cancellationToken);
            var compared = await against.CompareAsync(plan, isAsked, cancellationToken);
            if (against.IsTruncated)
                parts.Log.Note(GitHubRules.PartialTree, "The repository has more files than GitHub lists at once: images that are not listed count as new in this plan.");
            return (compared, new GitHubLinks(parts.Page, head) { Base = against.Commit });
        }
        catch (GitHubException e)
        {
            parts.Log.Note(e.Rule, $"The base commit could not be read, so edits are not told from new images. {e.Message}");
            return (new ComparedPlan(plan), parts.Links(head));
        }
    }

    private static bool IsAnotherSet(DatasetPlan plan) =>
        plan.Source == PlanSource.BaseCommit && (plan.Stale.Count > 0 || plan.Images.Any(i => i.Change is not (Change.Unchanged or Change.Renamed)));

    private Report ReportOf(Plan plan) => Report.Of(plan, look.Kind, parts.Started, parts.Host.Time.GetUtcNow() - parts.Started);
}

using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Validates and plans, sends nothing, and comments on the pull request.</summary>
internal sealed class PlanRun(ActionContext context, RunDecision.Plan decision)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await PublishAsync(cancellationToken);
        }
        catch (Exception e) when (e is OperationCanceledException or UsageException && decision.PullRequest is { Head.Sha: { } head })
        {
            await context.TryAsync(async () =>
            {
                await context.Publisher.OutdateAsync(decision.PullRequest!.Number, decision.PullRequest.Head!.Sha!, context.Deadline);
                return true;
            }, false);
            throw;
        }
    }

    private async Task<int> PublishAsync(CancellationToken cancellationToken)
    {
        var datasets = await context.ValidatedAsync(cancellationToken);
        var (report, links) = decision.Kind == RunKind.Validate
            ? (ReportOf(Planner.Unasked(datasets)), context.Links(context.Environment.Sha))
            : await PlanAsync(datasets, cancellationToken);
        var document = context.Document(report);
        var head = decision.PullRequest?.Head?.Sha;
        var isPlan = decision.Kind == RunKind.Plan && head is not null;
        var result = new RunResult(document, links, isPlan ? context.PlanMarker(head!, links.Base, document) : new CommentMarker(CommentState.Planned))
        {
            Review = head is null ? null : new PlanReview(context.Reviewed(head)) { ComparedWith = links.Base is { } from ? context.Reviewed(from) : null },
        };
        await context.Publisher.PublishAsync(result, decision.PullRequest is { } pull ? [pull.Number] : [], cancellationToken);

        var code = ExitCode.FromReport(document);
        if (code != ExitCode.Success || !decision.FailOnDrift || !document.Datasets.Any(d => d.IsDifferent))
            return code;
        context.Log.Note(GitHubRules.Drift, "An upload would change the datasets: see the job summary. Run the upload, or change the manifest.");
        return ExitCode.Failure;
    }

    private async Task<(Report Report, GitHubLinks Links)> PlanAsync(IReadOnlyList<Dataset> datasets, CancellationToken cancellationToken)
    {
        using var engine = context.Inputs.ApiKey is { } key ? context.Engine(key) : null;
        if (engine is null && decision.PullRequest is null)
            throw new UsageException("A plan without a pull request needs the input api-key: only a pull request has a base commit to compare with.",
                GitHubRules.NoKey);
        var plan = engine is null ? Planner.Unasked(datasets) : await engine.PlanAsync(datasets, cancellationToken);
        var (compared, links) = await CompareAsync(plan, engine is not null, cancellationToken);
        var report = ReportOf(compared.Plan);
        return (engine is null
            ? TrainingForecast.Unasked(report, context.Training, d => d.Plan.IsDifferent || compared.Retrained.Contains(d.Plan.Dataset.ManifestPath))
            : await engine.ForeseeTrainingsAsync(report, context.Training, cancellationToken), links);
    }

    private async Task<(ComparedPlan Compared, GitHubLinks Links)> CompareAsync(Plan plan, bool isAsked, CancellationToken cancellationToken)
    {
        if (decision.PullRequest?.Head?.Sha is not { } head)
            return (new ComparedPlan(plan), context.Links(context.Environment.Sha));

        try
        {
            var against = await BaseCommit.ReadAsync(context.GitHub, context.Environment.Sha, decision.PullRequest, context.Root, cancellationToken);
            var compared = await against.CompareAsync(plan, isAsked, cancellationToken);
            if (against.IsTruncated)
                context.Log.Note(GitHubRules.PartialTree, "The repository has more files than GitHub lists at once: "
                    + "images that are not listed count as new in this plan.");
            return (compared, new GitHubLinks(context.Page, head)
            {
                Base = against.Commit,
                Kept = compared.Kept,
                PullRequest = decision.PullRequest.Number,
            });
        }
        catch (GitHubException e)
        {
            context.Log.Note(e.Rule, $"The base commit could not be read, so edited images count as new. {e.Message}");
            return (new ComparedPlan(plan), context.Links(head));
        }
    }

    private Report ReportOf(Plan plan) => Report.FromPlan(plan, decision.Kind, context.Started, context.Host.Time.GetUtcNow() - context.Started);
}

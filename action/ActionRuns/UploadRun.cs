using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Uploads what a push changed, unless there is a later push, and comments on the pull requests that it merged.</summary>
internal sealed class UploadRun(ActionContext context, string branch)
{
    private readonly MergedPullRequests _merged = new(context.GitHub, branch, context.Environment.Sha, context.Payload, context.Host.Time);
    private readonly EarlierPullRequests _earlier = new(context.GitHub, context.Sticky, branch);
    private IReadOnlyList<PullRequest> _pulls = [];
    private PlanReview? _review;
    private bool _hasWaited;
    private bool _isRefused;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        _pulls = await context.TryAsync(() => _merged.LookAsync(cancellationToken), []);
        if (await context.NewerTipAsync(branch, cancellationToken) is { } tip)
        {
            await context.Publisher.SupersedeAsync(branch, tip, Numbers(_pulls), cancellationToken);
            return ExitCode.Success;
        }

        var report = await UploadAsync(cancellationToken);
        var document = context.Document(report);
        var marker = MarkerOf(report, document) with { IsReviewed = _review?.IsReviewed == true };
        var result = new RunResult(document, context.Links(context.Environment.Sha), marker) { Review = _review };
        // What is only written comes before what is asked: a cancelled run may not come to the end of it.
        await context.Publisher.WriteAsync(result);
        if (_pulls.Count == 0 && !_hasWaited && (document.HasChanges || !document.Success))
            _pulls = await context.TryAsync(() => report.IsCancelled ? _merged.LookAsync(context.Deadline) : _merged.WaitAsync(context.Deadline), []);
        var waiting = report.IsCancelled || context.Inputs.Comment == CommentPolicy.Never
            ? []
            : await context.TryAsync(async () => (await _earlier.LookAsync(_pulls, context.Deadline)).Waiting, []);
        await context.Publisher.CommentAsync(result, [.. Numbers(_pulls), .. waiting.Select(w => w.Number)], context.Deadline);
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
            var training = context.Training;
            if (context.Inputs.GitHubToken is not null || context.Inputs.RequireReviewedPlan != ReviewPolicy.Off)
                (plan, training) = await RequireAsync(plan, training, cancellationToken);
            var report = await UploadProgressDisplay.RunAsync(context.Host, context.Redactor, isData: false, progress =>
                engine.UploadAsync(plan, progress, cancellationToken));
            return report.IsCancelled ? report : await engine.TrainAsync(report, training, null, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Report { Kind = RunKind.Upload, Started = context.Started, Datasets = [], IsCancelled = true };
        }
    }

    // Compares with the review, and keeps from happening what the review is required for.
    private async Task<(Plan Plan, TrainingOptions Training)> RequireAsync(Plan plan, TrainingOptions training, CancellationToken cancellationToken)
    {
        var commit = context.Reviewed(context.Environment.Sha);
        if (!plan.Datasets.Any(d => d.IsSound))
        {
            _review = UploadReview.Nothing(commit);
            return (plan, training);
        }

        var policy = context.Inputs.RequireReviewedPlan;
        var sends = plan.Datasets.Any(d => d.IsSound && d.Images.Any(i => i.IsSent));
        // Whether there is a review decides something now: GitHub's index of commits may still lag.
        if (_pulls.Count == 0 && sends && (policy == ReviewPolicy.All || (policy == ReviewPolicy.Training && training.IsAllowed)))
        {
            _hasWaited = true;
            _pulls = await context.TryAsync(() => _merged.WaitAsync(cancellationToken), []);
        }

        var digest = PlanDigest.Of([.. plan.Datasets.Select(d => PlanDigest.Of(d.Dataset))]);
        string[] manifests = [.. plan.Datasets.Select(d => d.Dataset.ManifestPath)];
        var review = await context.TryAsync(() => new UploadReview(context, _earlier).CompareAsync(_pulls, digest, manifests, cancellationToken),
            new PlanReview(commit)
            {
                Verdict = ReviewVerdict.None,
                Note = "GitHub did not answer, so nothing can be compared with the review.",
            });
        _review = review;
        if (review.IsReviewed)
            return (plan, training);
        if (review.Verdict == ReviewVerdict.Different && policy != ReviewPolicy.All)
            context.Log.Note(GitHubRules.NotReviewed, $"The upload differs from the plan that the pull request showed{ReviewText.Difference(review)}");
        if (policy == ReviewPolicy.All && sends)
        {
            _isRefused = true;
            plan = new Plan([.. plan.Datasets.Select(d => d with { Diagnostics = [.. d.Diagnostics, .. Refusal(d, review)] })]);
        }

        return (plan, policy == ReviewPolicy.Off ? training : training with { Objection = "the plan is not the one that was reviewed" });
    }

    private static IEnumerable<Diagnostic> Refusal(DatasetPlan plan, PlanReview review) => plan.Dataset.Manifest is not { } manifest ? [] :
    [
        GitHubRules.ReviewMissing.At(manifest.Path, manifest.NamePosition, (review.Verdict == ReviewVerdict.Different
            ? $"The upload differs from the plan that was reviewed{ReviewText.Difference(review)} "
            : $"{review.Note ?? "No plan was reviewed."} ")
            + "Open a pull request (any change is enough), look at the plan in its comment, and merge it."),
    ];

    private CommentMarker MarkerOf(Report report, ReportDocument document) =>
        report.IsCancelled ? new CommentMarker(CommentState.Planned)
        : _isRefused ? new CommentMarker(CommentState.Refused)
        : CommentMarker.AfterUpload(document);

    private static IReadOnlyList<int> Numbers(IReadOnlyList<PullRequest> pulls) => [.. pulls.Select(p => p.Number)];
}

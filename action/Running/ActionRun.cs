using Ideogram.Build.Action.Commands;
using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Action.Output;
using Ideogram.Build.Action.Review;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Running;

/// <summary>One run of the action.</summary>
internal sealed class ActionRun(AppHost host, GitHubEnvironment environment, EventPayload payload, ActionInputs inputs, IGitHub github, Redactor redactor, RunLog log)
{
    // The runner kills a container ten seconds after it asked it to stop.
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(6);

    private readonly Delivery _delivery = new(environment, inputs, github, redactor, log);
    private readonly DateTimeOffset _started = host.Time.GetUtcNow();
    private readonly string _root = RepositoryTop.Of(inputs.WorkingDirectory, environment.Workspace);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        switch (Stage.Of(environment, payload, inputs))
        {
            case Stage.Refused refused:
                log.Note(refused.Rule, refused.Reason);
                return ExitCode.Usage;
            case Stage.Idle idle:
                log.Notice($"Nothing to do: {idle.Reason}");
                return ExitCode.Success;
            case Stage.Look look:
                return await LookAsync(look, cancellationToken);
            case Stage.Ship ship:
                return await ShipAsync(ship, cancellationToken);
            default:
                throw new UsageException("This mode is not known.");
        }
    }

    private async Task<int> LookAsync(Stage.Look look, CancellationToken cancellationToken)
    {
        var datasets = Validated(cancellationToken);
        var (plan, links) = look.Kind == RunKind.Validate ? (ValidateCommand.PlanOf(datasets), Links(environment.Sha)) : await PlanAsync(look.PullRequest, datasets, cancellationToken);
        var report = Report.Of(plan, look.Kind, _started, host.Time.GetUtcNow() - _started);
        var said = new Said(report, links, CommentState.Planned) { HasChanges = plan.Datasets.Any(d => d.Images.Any(i => i.Change != Change.Unchanged) || d.Stale.Count > 0) };
        await _delivery.DeliverAsync(said, look.PullRequest is { } pull ? [pull.Number] : [], cancellationToken);

        var code = ExitCode.Of(report);
        if (code != ExitCode.Success || !look.FailOnDrift || Drift.Of(plan) == 0)
            return code;
        log.Note(GitHubRules.Drift, "An upload would change the datasets: see the job summary. Run the upload, or bring the manifest in line.");
        return ExitCode.Failure;
    }

    private async Task<(Plan Plan, ILinks Links)> PlanAsync(EventPullRequest? pull, IReadOnlyList<Dataset> datasets, CancellationToken cancellationToken)
    {
        var plan = inputs.ApiKey is { } key ? await Engine(key).PlanAsync(datasets, cancellationToken) : ValidateCommand.PlanOf(datasets);
        if (pull?.Head?.Sha is not { } head)
            return (plan, Links(environment.Sha));

        try
        {
            var against = await BaseCommit.ReadAsync(github, environment.Sha, pull, _root, cancellationToken);
            var compared = await against.CompareAsync(plan, inputs.ApiKey is not null, cancellationToken);
            if (against.IsTruncated)
                log.Note(GitHubRules.PartialTree, "The repository has more files than GitHub lists at once: images that are not listed count as new in this plan.");
            return (compared.Plan, new GitHubLinks(Page, _root, head) { Base = against.Commit, FormerPaths = compared.FormerPaths });
        }
        catch (GitHubException e)
        {
            log.Note(e.Rule, $"The base commit could not be read, so edits are not told from new images. {e.Message}");
            return (plan, Links(head));
        }
    }

    private async Task<int> ShipAsync(Stage.Ship ship, CancellationToken cancellationToken)
    {
        var merged = new MergedPullRequests(github, ship.Branch, environment.Sha, payload, host.Time);
        var pulls = await TryAsync(() => merged.LookAsync(cancellationToken), []);
        if (await TryAsync(() => github.TipAsync(ship.Branch, cancellationToken), null) is { } tip && tip != environment.Sha)
        {
            await _delivery.SupersedeAsync(ship.Branch, tip, [.. pulls.Select(p => p.Number)], cancellationToken);
            return ExitCode.Success;
        }

        var key = inputs.ApiKey ?? throw new UsageException($"{GitHubRules.NoKey.Code}: an upload needs the input api-key. Give it `${{{{ secrets.IDEOGRAM_API_KEY }}}}`; in a protected environment, name the environment in the job.");
        var engine = Engine(key);
        Report report;
        try
        {
            var plan = await engine.PlanAsync(Validated(cancellationToken), cancellationToken);
            report = await UploadFace.RunAsync(host, redactor, progress => engine.UploadAsync(plan, progress, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report = new Report { Kind = RunKind.Upload, Started = _started, Datasets = [], IsCancelled = true };
        }

        using var lastWords = new CancellationTokenSource();
        await using var shorten = cancellationToken.Register(() => lastWords.CancelAfter(LastWords));
        var hasChanges = report.Count(Outcome.Uploaded) > 0 || !report.IsSuccess;
        if (pulls.Count == 0 && hasChanges && !report.IsCancelled)
            pulls = await TryAsync(() => merged.WaitAsync(lastWords.Token), []);
        var said = new Said(report, Links(environment.Sha), report.IsCancelled ? CommentState.Planned : CommentState.Done) { HasChanges = hasChanges };
        await _delivery.DeliverAsync(said, [.. pulls.Select(p => p.Number)], lastWords.Token);
        return ExitCode.Of(report);
    }

    // What GitHub does not tell never changes the verdict.
    private async Task<T> TryAsync<T>(Func<Task<T>> ask, T otherwise)
    {
        try
        {
            return await ask();
        }
        catch (GitHubException e)
        {
            log.Note(e.Rule, e.Message);
            return otherwise;
        }
    }

    private IReadOnlyList<Dataset> Validated(CancellationToken cancellationToken) =>
        new DatasetValidator(new ValidatorOptions()).Validate(new ManifestFinder(inputs.WorkingDirectory).Find(inputs.Manifests, cancellationToken), cancellationToken);

    private SyncEngine Engine(string key) =>
        new(new IdeogramClientOptions(key) { BaseAddress = inputs.ApiUrl }, new SyncOptions { AllowedDatasets = inputs.AllowedDatasets }, host.Time);

    private string Page => $"{environment.ServerUrl.AbsoluteUri.TrimEnd('/')}/{environment.Repository}";

    private GitHubLinks Links(string head) => new(Page, _root, head);
}

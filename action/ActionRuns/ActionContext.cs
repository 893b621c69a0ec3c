using System.Globalization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>What the steps of a run share.</summary>
internal sealed record ActionContext(
    AppHost Host, GitHubEnvironment Environment, EventPayload Payload, ActionInputs Inputs, IGitHub GitHub, Redactor Redactor, RunLog Log)
{
    /// <summary>From the signal on. The runner sends the next signal after seven and a half seconds, and kills after ten.</summary>
    public static readonly TimeSpan LastWords = TimeSpan.FromSeconds(7);

    /// <summary>When a cancelled run must have said everything.</summary>
    public required CancellationToken Deadline { get; init; }

    public DateTimeOffset Started { get; } = Host.Time.GetUtcNow();

    /// <summary>Full path of the repository's top: a checkout need not fill the workspace.</summary>
    public string Root { get; } = GitTop.Find(Inputs.WorkingDirectory, Environment.Workspace)?.Path ?? Environment.Workspace;

    /// <summary>The repository's page.</summary>
    public string Page { get; } = $"{Environment.ServerUrl.AbsoluteUri.TrimEnd('/')}/{Environment.Repository}";

    public StickyComment Sticky { get; } = new(GitHub, Inputs.CommentAuthor, Inputs.CommentKey, Inputs.WholeCommentKey);

    public ResultPublisher Publisher => field ??= new(Environment, Inputs, Sticky, Redactor, Log);

    /// <summary>The commit that the workspace is a checkout of.</summary>
    public CheckedOutCommit Commit => field ??= new(GitHub, Root, Environment.Sha, Payload.PullRequest?.Head?.Sha);

    public GitHubLinks Links(string head) => new(Page, head);

    /// <summary>A commit with its page.</summary>
    public ReviewedCommit Reviewed(string sha) => new(sha, new Uri($"{Page}/commit/{sha}"));

    /// <summary>What a comment says of the plan that it shows.</summary>
    public CommentMarker PlanMarker(string head, string? comparedWith, ReportDocument plan) => new(CommentState.Planned)
    {
        Head = head,
        Base = comparedWith,
        Commit = Commit.Commit,
        Digest = plan.PlanDigest,
        Run = long.TryParse(Environment.RunId, NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? run : null,
    };

    /// <summary>The report's document, with files named from the repository's top.</summary>
    public ReportDocument Document(Report report) => ReportDocument.From(report, Display, WorkflowRun.Of(Host));

    /// <summary>The displayed name of a file: its path from the repository's top.</summary>
    public string Display(string file) => RepositoryPath.Relative(Root, file);

    /// <summary>The manifests, also those that a sparse checkout leaves out.</summary>
    public async Task<IReadOnlyList<string>> ManifestsAsync(CancellationToken cancellationToken) =>
        FindManifests(SparseCheckout.IsOn(Root) ? await CommitAsync(cancellationToken) : null, cancellationToken);

    /// <summary>The manifests, found and validated. What the checkout lacks of its commit is an error.</summary>
    public async Task<IReadOnlyList<Dataset>> ValidatedAsync(CancellationToken cancellationToken)
    {
        var commit = await CommitAsync(cancellationToken);
        return new DatasetValidator(new ValidatorOptions { Commit = commit, CheckHealth = Inputs.ChecksHealth })
            .Validate(FindManifests(commit, cancellationToken), cancellationToken);
    }

    // Without a token GitHub answers few requests an hour, and a run must not wait for them.
    private async Task<CommitListing> CommitAsync(CancellationToken cancellationToken) => Inputs.GitHubToken is null
        ? new CommitListing(Root, Files: null)
        : await Commit.ListAsync(() => FindManifests(commit: null, cancellationToken), Log, cancellationToken);

    private IReadOnlyList<string> FindManifests(CommitListing? commit, CancellationToken cancellationToken)
    {
        // The runner mounts the workspace always.
        if (!Directory.EnumerateFileSystemEntries(Environment.Workspace).Any())
            throw new UsageException("The workspace is empty: is actions/checkout missing before this step?");
        return new ManifestFinder(Inputs.WorkingDirectory, SparseManifests.Missing(Root, commit?.Files ?? [], ManifestFinder.IsManifestPath))
            .Find(Inputs.Manifests, cancellationToken);
    }

    public TrainingOptions Training => new() { IsAllowed = Inputs.MaxTrainings > 0, MaxTrainings = Inputs.MaxTrainings };

    public IdeogramClientOptions ClientOptions(string key) => new(key)
    {
        BaseAddress = Inputs.ApiUrl,
        Redactor = Redactor,
        Pauses = new RetryNotices(Host, Redactor),
        Patience = Inputs.Patience,
    };

    public SyncEngine Engine(string key) => new(ClientOptions(key), new SyncOptions { AllowedDatasets = Inputs.AllowedDatasets }, Host.Time);

    /// <summary>Queries GitHub for something optional: a missing answer never changes the result.</summary>
    public async Task<T> TryAsync<T>(Func<Task<T>> ask, T otherwise)
    {
        try
        {
            return await ask();
        }
        catch (GitHubException e)
        {
            Log.Note(e.Rule, e.Message);
            return otherwise;
        }
        catch (OperationCanceledException)
        {
            // A cancelled run still reports what it knows.
            return otherwise;
        }
    }

    /// <summary>The branch's tip, if it is another commit than the run's; then a later run uploads. Unknown counts as no.</summary>
    public async Task<string?> NewerTipAsync(string branch, CancellationToken cancellationToken) =>
        await TryAsync(() => GitHub.TipAsync(branch, cancellationToken), null) is { } tip && tip != Environment.Sha ? tip : null;
}

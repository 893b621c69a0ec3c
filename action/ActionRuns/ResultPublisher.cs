using System.Globalization;
using System.Text.Json;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>The result of a run.</summary>
/// <param name="Report">What it found and did.</param>
/// <param name="Links">The links.</param>
/// <param name="Marker">What the comment says to later runs.</param>
internal sealed record RunResult(ReportDocument Report, ILinks Links, CommentMarker Marker)
{
    /// <summary>The commit that it is about, and how it compares with its review.</summary>
    public PlanReview? Review { get; init; }

    /// <summary>Further facts, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Publishes a run's result: log, annotations, report file, summary, comments, outputs. A failed comment never changes the
/// result.</summary>
internal sealed class ResultPublisher(GitHubEnvironment environment, ActionInputs inputs, StickyComment sticky, Redactor redactor, RunLog log)
{
    private readonly RunnerFiles _files = new(environment, redactor);

    /// <summary>Writes what a run has to say, and tells the pull requests.</summary>
    public async Task PublishAsync(RunResult result, IReadOnlyList<int> pullRequests, CancellationToken cancellationToken)
    {
        await WriteAsync(result);
        await CommentAsync(result, pullRequests, cancellationToken);
    }

    /// <summary>Writes everything that needs nobody's answer, the most needed first: log, report file, outputs, summary.</summary>
    public async Task WriteAsync(RunResult result)
    {
        var report = CleanReport.Of(result.Report, redactor);
        log.Say(report);
        log.Annotate(report.Problems);
        await _files.OutputAsync(Outputs(report, _files.Report(ReportWriter.Json(report, redactor))));
        await _files.SummaryAsync(Markdown(result, new MarkdownOptions { MaxBytes = RunnerFiles.MaxSummaryBytes, MaxProblems = int.MaxValue }));
    }

    /// <summary>Tells the pull requests, and adds the output that names the comment.</summary>
    public Task CommentAsync(RunResult result, IReadOnlyList<int> pullRequests, CancellationToken cancellationToken) =>
        CommentAsync(pullRequests, result.Marker, Markdown(result, new MarkdownOptions()), IsWorthAComment(result), cancellationToken);

    /// <summary>Says that the run of a later push uploads instead.</summary>
    public async Task SupersedeAsync(string branch, string tip, IReadOnlyList<int> pullRequests, CancellationToken cancellationToken)
    {
        var text = $"**Superseded.** {environment.Sha[..7]} is no longer the tip of the branch, so this run sent nothing: "
            + $"the run for {tip[..7]} uploads it, and its result will appear here.\n";
        log.Note(GitHubRules.Superseded, $"{environment.Sha} is no longer the tip of {branch}, which is {tip}: nothing was sent. "
            + "The run for that commit uploads.");
        await _files.OutputAsync(Outputs(ReportDocument.Create(RunKind.Upload, null, default, 0, cancelled: false, []), null));
        await _files.SummaryAsync(text);
        var mayCreate = inputs.Comment is CommentPolicy.Always or CommentPolicy.Changes;
        await CommentAsync(pullRequests, new CommentMarker(CommentState.Superseded), text, mayCreate, cancellationToken);
    }

    /// <summary>Groups of manifests, for the jobs of a matrix.</summary>
    public async Task GroupsAsync(IReadOnlyList<string> manifests)
    {
        var matrix = MatrixGroups.Json(manifests);
        log.Say(matrix);
        await _files.OutputAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["matrix"] = matrix });
    }

    /// <summary>Says on a plan of an earlier head that it is one, when the run for this head made none.</summary>
    public async Task OutdateAsync(int pullRequest, string head, CancellationToken cancellationToken)
    {
        if (inputs.Comment != CommentPolicy.Never)
            await sticky.OutdateAsync(pullRequest, head, $"**Outdated.** The pull request is at `{head[..7]}`, and the run for it made no plan.\n\n",
                cancellationToken);
    }

    private bool IsWorthAComment(RunResult result) => inputs.Comment switch
    {
        CommentPolicy.Always => true,
        CommentPolicy.Changes => result.Report.HasChanges || !result.Report.Success,
        CommentPolicy.Failures => !result.Report.Success,
        _ => false,
    };

    private string Markdown(RunResult result, MarkdownOptions options) => redactor.Clean(MarkdownReport.Render(CleanReport.Of(result.Report, redactor),
        result.Links, options with { Run = environment.RunPage, Review = result.Review, Notes = [.. result.Notes.Select(redactor.Clean)] }));

    private async Task CommentAsync(IReadOnlyList<int> pullRequests, CommentMarker marker, string text, bool mayCreate,
        CancellationToken cancellationToken)
    {
        Comment? first = null;
        foreach (var number in inputs.Comment == CommentPolicy.Never ? [] : pullRequests)
        {
            try
            {
                var comment = await sticky.PutAsync(number, marker, text, mayCreate, cancellationToken);
                first ??= comment;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                log.Say("The run was cancelled before the comment was written.");
            }
            catch (GitHubException e) when (e.Rule == GitHubRules.MayNot)
            {
                log.Notice(string.Create(CultureInfo.InvariantCulture, $"No comment on #{number}; the job summary has the same text. {e.Message}"));
            }
            catch (GitHubException e)
            {
                log.Note(e.Rule, string.Create(CultureInfo.InvariantCulture, $"No comment on #{number}; the job summary has the same text. {e.Message}"));
            }
        }

        await _files.OutputAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["comment-url"] = first?.Page?.AbsoluteUri ?? "" });
    }

    private static Dictionary<string, string> Outputs(ReportDocument report, string? file) => new(StringComparer.Ordinal)
    {
        ["uploaded"] = Number(report.Totals.Uploaded),
        ["captions-sent"] = Number(report.Totals.CaptionSent),
        ["failed"] = Number(report.Totals.Failures),
        ["unchanged"] = Number(report.Totals.Unchanged),
        ["dataset-ids"] = LogText.Json(JsonSerializer.Serialize([.. report.Datasets.Select(d => d.Id).OfType<string>().Distinct()],
            OutputJson.Default.IReadOnlyListString)),
        ["models"] = LogText.Json(JsonSerializer.Serialize([.. report.Datasets.Where(d => d.Training is not null).Select(Model)],
            OutputJson.Default.IReadOnlyListOutputModel)),
        ["plan-digest"] = report.PlanDigest ?? "",
        ["report"] = file ?? "",
    };

    private static OutputModel Model(ReportedDataset dataset) => dataset.Training is { } training
        ? new(dataset.Name ?? "", training.ModelName, JsonNamingPolicy.CamelCase.ConvertName(training.Outcome.ToString()), training.ModelId, training.Status,
            training.RunStatus, training.CustomModel)
        : throw new ArgumentException("It has no training.", nameof(dataset));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

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
/// <param name="State">The state of the comment.</param>
internal sealed record RunResult(ReportDocument Report, ILinks Links, CommentState State)
{
    /// <summary>Further facts, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>Publishes a run's result: log, annotations, report file, summary, comments, outputs. A failed comment never changes the
/// result.</summary>
internal sealed class ResultPublisher(GitHubEnvironment environment, ActionInputs inputs, IGitHub github, Redactor redactor, RunLog log)
{
    private const int MaxWaiting = 5;

    private readonly RunnerFiles _files = new(environment, redactor);
    private readonly StickyComment _sticky = new(github, inputs.CommentAuthor, inputs.CommentKey);

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
        await _files.SummaryAsync(Markdown(result, new MarkdownOptions { MaxBytes = RunnerFiles.MaxSummaryBytes }));
    }

    /// <summary>Tells the pull requests, and adds the output that names the comment.</summary>
    public Task CommentAsync(RunResult result, IReadOnlyList<int> pullRequests, CancellationToken cancellationToken) =>
        CommentAsync(pullRequests, result.State, Markdown(result, new MarkdownOptions()), IsWorthAComment(result), cancellationToken);

    /// <summary>Says that the run of a later push uploads instead.</summary>
    public async Task SupersedeAsync(string branch, string tip, IReadOnlyList<int> pullRequests, CancellationToken cancellationToken)
    {
        var text = $"**Superseded.** {environment.Sha[..7]} is no longer the tip of the branch, so this run sent nothing: "
            + $"the run for {tip[..7]} uploads it, and its result will appear here.\n";
        log.Note(GitHubRules.Superseded, $"{environment.Sha} is no longer the tip of {branch}, which is {tip}: nothing was sent. "
            + "The run for that commit uploads.");
        await _files.OutputAsync(Outputs(ReportDocument.Create(RunKind.Upload, null, default, 0, cancelled: false, []), null));
        await _files.SummaryAsync(text);
        await CommentAsync(pullRequests, CommentState.Superseded, text, inputs.Comment is CommentPolicy.Always or CommentPolicy.Changes, cancellationToken);
    }

    /// <summary>Groups of manifests, for the jobs of a matrix.</summary>
    public async Task GroupsAsync(IReadOnlyList<string> manifests)
    {
        var matrix = MatrixGroups.Json(manifests);
        log.Say(matrix);
        await _files.OutputAsync(new Dictionary<string, string>(StringComparer.Ordinal) { ["matrix"] = matrix });
    }

    /// <summary>Pull requests that were merged earlier and whose upload did not finish: this run uploaded for them too.</summary>
    /// <param name="branch">The branch.</param>
    /// <param name="told">Those that get a comment anyway.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<IReadOnlyList<int>> WaitingAsync(string branch, IReadOnlyList<PullRequest> told, CancellationToken cancellationToken)
    {
        var waiting = new List<int>();
        if (inputs.Comment == CommentPolicy.Never)
            return waiting;
        var merged = (await github.LastClosedAsync(branch, cancellationToken)).Where(p => p.MergedAt is not null && told.All(t => t.Number != p.Number));
        foreach (var pull in merged.OrderByDescending(p => p.MergedAt).Take(MaxWaiting))
        {
            var state = await _sticky.FindAsync(pull.Number, cancellationToken) is { } comment ? _sticky.StateOf(comment) : null;

            // A finished upload has updated all earlier pull requests.
            if (state == CommentState.Done)
                break;
            if (state is not null)
                waiting.Add(pull.Number);
        }

        return waiting;
    }

    private bool IsWorthAComment(RunResult result) => inputs.Comment switch
    {
        CommentPolicy.Always => true,
        CommentPolicy.Changes => result.Report.HasChanges || !result.Report.Success,
        CommentPolicy.Failures => !result.Report.Success,
        _ => false,
    };

    private string Markdown(RunResult result, MarkdownOptions options) => redactor.Clean(MarkdownReport.Render(CleanReport.Of(result.Report, redactor),
        result.Links, options with { Run = environment.RunPage, Notes = [.. result.Notes.Select(redactor.Clean)] }));

    private async Task CommentAsync(IReadOnlyList<int> pullRequests, CommentState state, string text, bool mayCreate,
        CancellationToken cancellationToken)
    {
        Comment? first = null;
        foreach (var number in inputs.Comment == CommentPolicy.Never ? [] : pullRequests)
        {
            try
            {
                var comment = await _sticky.PutAsync(number, state, text, mayCreate, cancellationToken);
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
        ["failed"] = Number(report.Totals.Failures),
        ["unchanged"] = Number(report.Totals.Unchanged + report.Datasets.Where(d => d.IsCompared)
            .Sum(d => d.Images.Count(i => i.Outcome == Outcome.Planned && !i.IsSent))),
        ["dataset-ids"] = LogText.Json(JsonSerializer.Serialize([.. report.Datasets.Select(d => d.Id).OfType<string>().Distinct()],
            OutputJson.Default.IReadOnlyListString)),
        ["models"] = LogText.Json(JsonSerializer.Serialize([.. report.Datasets.Where(d => d.Training is not null).Select(Model)],
            OutputJson.Default.IReadOnlyListOutputModel)),
        ["report"] = file ?? "",
    };

    private static OutputModel Model(ReportedDataset dataset) => dataset.Training is { } training
        ? new(dataset.Name ?? "", training.ModelName, JsonNamingPolicy.CamelCase.ConvertName(training.Outcome.ToString()), training.ModelId, training.Status,
            training.RunStatus, training.CustomModel)
        : throw new ArgumentException("It has no training.", nameof(dataset));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}

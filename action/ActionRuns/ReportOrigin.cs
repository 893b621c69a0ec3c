using System.Globalization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Which run must have made the reports, and what they may say. The event decides this, never a report.</summary>
internal sealed record ReportOrigin
{
    /// <summary>The run that made the reports; null outside a runner.</summary>
    public required string? RunId { get; init; }

    /// <summary>Its newest attempt. Jobs that are not run again have reports of an earlier one.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whether the run may upload. A pull request's never does, so its reports are plans.</summary>
    public required bool MayUpload { get; init; }

    /// <summary>Who made the reports of another run, in a sentence; null for this run.</summary>
    public string? Maker { get; init; }

    /// <summary>Whether a stranger may have written the reports. Then nothing in them is certain.</summary>
    public bool IsStrange => Maker is not null && !MayUpload;

    public static ReportOrigin From(GitHubEnvironment environment, EventPayload payload, ActionInputs inputs)
    {
        if (environment.EventName != "workflow_run")
        {
            return new ReportOrigin
            {
                RunId = environment.RunId,
                Attempt = WorkflowRun.Attempt(environment.RunAttempt),
                MayUpload = payload.PullRequest is null && environment.EventName is not ("merge_group" or "pull_request" or "pull_request_target"),
            };
        }

        var run = payload.WorkflowRun ?? throw NamesNoRun();
        var id = run.Id ?? throw NamesNoRun();
        return new ReportOrigin
        {
            RunId = id.ToString(CultureInfo.InvariantCulture),
            Attempt = run.RunAttempt ?? 1,
            MayUpload = run.Event is "push" or "workflow_dispatch" or "schedule" or "repository_dispatch"
                && run.HeadRepository?.FullName == environment.Repository
                && run.HeadBranch is { } branch
                && inputs.Uploads(branch, payload.Repository),
            Maker = string.Create(
                CultureInfo.InvariantCulture,
                $"Written by another run and not checked: run {id} of {MessageText.Quote(run.HeadRepository?.FullName ?? "an unknown repository")} for "
                    + $"{MessageText.Quote(run.HeadSha ?? "an unknown commit")}, started by {MessageText.Quote(run.Actor?.Login ?? "an unknown user")}."),
        };
    }

    /// <summary>What is wrong with a report of this origin, in a sentence; null for nothing.</summary>
    public string? Objection(ReportDocument report) => report switch
    {
        _ when report.Run?.Id != RunId => $"It is from {(report.Run is { } run ? $"run {MessageText.Quote(run.Id)}" : "no run of GitHub")}, but this "
            + $"is {(RunId is null ? "not a run of GitHub" : $"about run {MessageText.Quote(RunId)}")}",
        { Run.Attempt: var attempt } when attempt > Attempt =>
            string.Create(CultureInfo.InvariantCulture, $"It is from attempt {attempt}, but the run is at attempt {Attempt}"),
        { Kind: RunKind.Upload or RunKind.Train } when !MayUpload && !IsStrange => "It describes an upload, but the run of a pull request uploads nothing",
        _ => null,
    };

    private static UsageException NamesNoRun() =>
        new("The event workflow_run names no run, so the run that made the reports is unknown.", GitHubRules.WrongEvent);
}

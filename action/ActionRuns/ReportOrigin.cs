using System.Globalization;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Which run reports must be of, and what they may say: the event tells it, never a report.</summary>
internal sealed record ReportOrigin
{
    /// <summary>The run that reports are of; null outside a runner.</summary>
    public required string? RunId { get; init; }

    /// <summary>The newest attempt of it. Jobs that are not run again leave the reports of an earlier one.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whether the run may upload. A pull request's never does, so its reports are plans.</summary>
    public required bool MayUpload { get; init; }

    /// <summary>Who made the reports of another run, in a sentence; null for this very run.</summary>
    public string? Maker { get; init; }

    /// <summary>Whether a stranger may have written the reports: nothing in them is then known.</summary>
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

        var run = payload.WorkflowRun ?? throw Nobodys();
        var id = run.Id ?? throw Nobodys();
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
                $"Made by another run, and not checked: run {id} of {MessageText.Quote(run.HeadRepository?.FullName ?? "an unknown repository")} for "
                    + $"{MessageText.Quote(run.HeadSha ?? "an unknown commit")}, started by {MessageText.Quote(run.Actor?.Login ?? "an unknown user")}."),
        };
    }

    /// <summary>What is wrong with a report of this origin, in a sentence; null for nothing.</summary>
    public string? Objection(ReportDocument report) => report switch
    {
        _ when report.Run?.Id != RunId => $"It is of {(report.Run is { } run ? $"run {MessageText.Quote(run.Id)}" : "no run of GitHub's")}, and this is "
            + $"about {(RunId is null ? "none" : $"run {MessageText.Quote(RunId)}")}",
        { Run.Attempt: var attempt } when attempt > Attempt =>
            string.Create(CultureInfo.InvariantCulture, $"It is of attempt {attempt}, and the run is at attempt {Attempt}"),
        { Kind: RunKind.Upload or RunKind.Train } when !MayUpload && !IsStrange => "It tells of an upload, and the run of a pull request uploads nothing",
        _ => null,
    };

    private static UsageException Nobodys() => new("The event workflow_run names no run, so the run that made the reports is unknown.", GitHubRules.WrongEvent);
}

using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.GitHub.Events;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>What a run must do, decided from its event and inputs before anything is read or queried.</summary>
internal abstract record RunDecision
{
    /// <summary>Nothing to do.</summary>
    internal sealed record Skip(string Reason) : RunDecision;

    /// <summary>Nothing, because the workflow must be changed.</summary>
    internal sealed record Reject(Rule Rule, string Reason) : RunDecision;

    /// <summary>Check and plan; send nothing.</summary>
    internal sealed record Plan(RunKind Kind, bool FailOnDrift) : RunDecision
    {
        /// <summary>The pull request that gets the comment.</summary>
        public EventPullRequest? PullRequest { get; init; }
    }

    /// <summary>Upload, if the commit is still the tip.</summary>
    internal sealed record Upload(string Branch) : RunDecision;

    /// <summary>Group the manifests for a matrix.</summary>
    internal sealed record Matrix : RunDecision;

    /// <summary>Merge reports into one comment.</summary>
    internal sealed record MergeReports : RunDecision;

    /// <summary>Decides.</summary>
    public static RunDecision FromEvent(GitHubEnvironment environment, EventPayload payload, ActionInputs inputs)
    {
        if (environment.EventName == "pull_request_target" && inputs.Mode != Mode.Report)
        {
            return new Reject(
                GitHubRules.UnsafeEvent,
                "pull_request_target runs with the repository's secrets, and this mode reads files that the pull request may have written. Use `on: "
                    + "pull_request`; docs/action.md shows how a fork's pull request gets its comment.");
        }

        if (environment.Branch?.StartsWith("gh-readonly-queue/", StringComparison.Ordinal) == true && environment.EventName != "merge_group")
            return new Skip("the merge queue's branches are checked by merge_group, and nothing is uploaded from them.");
        if (payload is { Deleted: true })
            return new Skip("the push deleted a branch.");
        return inputs.Mode switch
        {
            Mode.Matrix => new Matrix(),
            Mode.Report => new MergeReports(),
            Mode.Validate => PlanOnly(RunKind.Validate),
            Mode.Plan => PlanOnly(RunKind.Plan),
            Mode.Check => PlanOnly(RunKind.Plan) with { FailOnDrift = true },
            Mode.Upload => Uploads() ? new Upload(environment.Branch!) : new Skip(NotHere()),
            _ => Automatic(),
        };

        Plan PlanOnly(RunKind kind) => new(kind, FailOnDrift: false) { PullRequest = payload.PullRequest };

        RunDecision Automatic() => environment.EventName switch
        {
            "pull_request" when payload.Action == "closed" => new Skip("a closed pull request changes nothing: the push that merged it uploads."),
            "pull_request" => PlanOnly(RunKind.Plan),
            "push" when Uploads() => new Upload(environment.Branch!),
            "schedule" => PlanOnly(RunKind.Plan) with { FailOnDrift = true },
            "workflow_dispatch" or "repository_dispatch" => PlanOnly(RunKind.Plan),
            _ => PlanOnly(RunKind.Validate),
        };

        // A pull request never uploads, whatever the mode: its files are not yet the repository's.
        bool Uploads() => environment.EventName is "push" or "workflow_dispatch" or "schedule" or "repository_dispatch"
            && environment.Branch is { } branch
            && inputs.Uploads(branch, payload.Repository);

        string NotHere() => $"{environment.EventName} on {environment.Ref} does not upload: "
            + $"only {(inputs.Branches.Count > 0 ? string.Join(", ", inputs.Branches) : "the default branch")} does.";
    }
}

using Ideogram.Build.Action.GitHub;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Running;

/// <summary>What a run has to do, decided from its event and inputs before anything is read or asked.</summary>
internal abstract record Stage
{
    /// <summary>Nothing, and that is fine.</summary>
    internal sealed record Idle(string Reason) : Stage;

    /// <summary>Nothing, and somebody must change the workflow.</summary>
    internal sealed record Refused(Rule Rule, string Reason) : Stage;

    /// <summary>Look, and send nothing.</summary>
    internal sealed record Look(RunKind Kind, bool FailOnDrift) : Stage
    {
        /// <summary>The pull request that is told.</summary>
        public EventPullRequest? PullRequest { get; init; }
    }

    /// <summary>Upload, if the commit is still the tip.</summary>
    internal sealed record Ship(string Branch) : Stage;

    /// <summary>Group the manifests for a matrix.</summary>
    internal sealed record Group : Stage;

    /// <summary>Merge reports into one comment.</summary>
    internal sealed record Gather : Stage;

    /// <summary>Decides.</summary>
    public static Stage Of(GitHubEnvironment environment, EventPayload payload, ActionInputs inputs)
    {
        if (environment.EventName == "pull_request_target" && inputs.Mode != Mode.Report)
        {
            return new Refused(
                GitHubRules.UnsafeEvent,
                "pull_request_target runs with the repository's secrets, and this mode reads files that the pull request may have written. Use `on: pull_request`; docs/action.md shows how a fork's pull request gets its comment.");
        }

        if (environment.Branch?.StartsWith("gh-readonly-queue/", StringComparison.Ordinal) == true && environment.EventName != "merge_group")
            return new Idle("the merge queue's branches are checked by merge_group, and nothing is uploaded from them.");
        if (payload is { Deleted: true })
            return new Idle("the push deleted a branch.");
        return inputs.Mode switch
        {
            Mode.Matrix => new Group(),
            Mode.Report => new Gather(),
            Mode.Validate => Look_(RunKind.Validate),
            Mode.Plan => Look_(RunKind.Plan),
            Mode.Check => Look_(RunKind.Plan) with { FailOnDrift = true },
            Mode.Upload => Ships() ? new Ship(environment.Branch!) : new Idle(NotHere()),
            _ => Automatic(),
        };

        Look Look_(RunKind kind) => new(kind, FailOnDrift: false) { PullRequest = payload.PullRequest };

        Stage Automatic() => environment.EventName switch
        {
            "pull_request" when payload.Action == "closed" => new Idle("a closed pull request changes nothing: the push that merged it uploads."),
            "pull_request" => Look_(RunKind.Plan),
            "push" when Ships() => new Ship(environment.Branch!),
            "schedule" => Look_(RunKind.Plan) with { FailOnDrift = true },
            "workflow_dispatch" or "repository_dispatch" => Look_(RunKind.Plan),
            _ => Look_(RunKind.Validate),
        };

        // A pull request never uploads, whatever the mode: its files are not yet the repository's.
        bool Ships() => environment.EventName is "push" or "workflow_dispatch" or "schedule" or "repository_dispatch"
            && environment.Branch is { } branch
            && inputs.Uploads(branch, payload.Repository);

        string NotHere() => $"{environment.EventName} on {environment.Ref} does not upload: only {(inputs.Branches.Count > 0 ? string.Join(", ", inputs.Branches) : "the default branch")} does.";
    }
}

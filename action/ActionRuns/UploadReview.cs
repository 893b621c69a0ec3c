using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.PullRequests;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.ActionRuns;

/// <summary>Compares what a push uploads with what the comments of its pull requests showed. If the digests are equal, it requests nothing beyond the
/// comments.</summary>
internal sealed class UploadReview(ActionContext context, EarlierPullRequests earlier)
{
    // Of one push: each costs a request.
    private const int MaxPlans = 4;
    private const int MaxBlobs = 20;

    private const string Unnamed = "What differs cannot be named from the files of the commits. For example, a manifest is no longer there.";

    /// <summary>What is said where errors left no plan.</summary>
    public static PlanReview Nothing(ReviewedCommit commit) =>
        new(commit) { Note = "Because of the errors nothing is sent, and there is no plan to compare with the reviewed one." };

    /// <summary>Compares.</summary>
    /// <param name="pulls">The pull requests that the push merged.</param>
    /// <param name="digest">The digest of the upload's plan.</param>
    /// <param name="manifests">Full paths of its manifests.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<PlanReview> CompareAsync(IReadOnlyList<PullRequest> pulls, string? digest, IReadOnlyList<string> manifests,
        CancellationToken cancellationToken)
    {
        var none = new PlanReview(Commit(context.Environment.Sha)) { Verdict = ReviewVerdict.None };
        if (pulls.Count == 0)
            return none with { Note = "No merged pull request belongs to this push, so no plan of it was reviewed." };
        var plans = new List<CommentMarker>();
        foreach (var pull in pulls)
        {
            if ((await context.Sticky.LookAsync(pull.Number, cancellationToken)).Plan is { } plan)
                plans.Add(plan);
        }

        if (plans.Count == 0)
            return none with { Note = "The pull request has no comment of this action with a plan, so nothing can be compared." };
        if (digest is not null && plans.Find(p => p.Digest == digest) is { } same)
            return none with { Verdict = ReviewVerdict.Exact, Reviewed = [Commit(same.Head!)] };
        return await CompareAsync(pulls, plans, digest, manifests, cancellationToken)
            ?? none with { Note = "GitHub did not list the files of the commits, so nothing can be compared." };
    }

    // Null: GitHub does not say what a commit holds.
    private async Task<PlanReview?> CompareAsync(IReadOnlyList<PullRequest> pulls, List<CommentMarker> plans, string? digest,
        IReadOnlyList<string> manifests, CancellationToken cancellationToken)
    {
        await context.Commit.ListAsync(() => manifests, context.Log, cancellationToken);
        if (context.Commit.Tree is not { } tree)
            return null;
        var before = await earlier.LookAsync(pulls, cancellationToken);
        var blobs = new CommitBlobs(context.GitHub, context.Root) { MaxRequests = MaxBlobs };
        string[] paths = [.. manifests.Select(context.Display)];
        var now = await CommittedPlan.ReadAsync(blobs, tree, paths, cancellationToken);
        var reviewed = new List<ReviewedPlan>();
        var isUnnamed = false;
        foreach (var plan in plans.Concat(before.Waiting.Select(w => w.Marker)).Where(p => p.HasPlan).Take(MaxPlans))
        {
            if (await TreeAsync(plan, cancellationToken) is not { } shown)
                return null;
            var pieces = await CommittedPlan.ReadAsync(blobs, shown, paths, cancellationToken);
            reviewed.Add(new ReviewedPlan(pieces, await PiecesAsync(blobs, plan.Base, paths, cancellationToken), context.Links(plan.Head!)));

            // The digest is made from all that is sent. If it differs, something does, whether or not it is found.
            isUnnamed |= digest is not null && plan is { IsOfAll: false, Digest: { } other } && other != digest && PlanComparison.AreEqual(pieces, now);
        }

        var uploaded = await PiecesAsync(blobs, before.Reviewed, paths, cancellationToken);
        var (differences, moved) = new PlanComparison(now, context.Links(context.Environment.Sha)).Compare(reviewed, uploaded);
        return new PlanReview(Commit(context.Environment.Sha))
        {
            Verdict = differences.Count > 0 || isUnnamed ? ReviewVerdict.Different : ReviewVerdict.Moved,
            Reviewed = [.. plans.Select(p => Commit(p.Head!)).Distinct()],
            Differences = differences,
            Moved = moved,
            Note = differences.Count == 0 && isUnnamed ? Unnamed : null,
        };
    }

    // Null: no such commit is known, or GitHub does not list all of it.
    private async Task<CommittedPlan?> PiecesAsync(CommitBlobs blobs, string? commit, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (commit is null)
            return null;
        try
        {
            return await context.GitHub.TreeAsync(commit, cancellationToken) is { IsTruncated: false } tree
                ? await CommittedPlan.ReadAsync(blobs, tree, paths, cancellationToken)
                : null;
        }
        catch (GitHubException)
        {
            return null;
        }
    }

    // GitHub may have dropped a test merge; the head always stays.
    private async Task<GitTree?> TreeAsync(CommentMarker plan, CancellationToken cancellationToken)
    {
        try
        {
            return Whole(await context.GitHub.TreeAsync(plan.Commit!, cancellationToken));
        }
        catch (GitHubException) when (plan.Commit != plan.Head)
        {
            return Whole(await context.GitHub.TreeAsync(plan.Head!, cancellationToken));
        }

        static GitTree? Whole(GitTree tree) => tree.IsTruncated ? null : tree;
    }

    private ReviewedCommit Commit(string sha) => context.Reviewed(sha);
}

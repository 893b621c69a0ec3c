using Ideogram.Build.Cli.GitHub;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>The pull requests that were merged before a push, as far as their comments say what became of them.</summary>
/// <param name="github">The repository.</param>
/// <param name="sticky">Finds the comments.</param>
/// <param name="branch">The branch.</param>
internal sealed class EarlierPullRequests(IGitHub github, StickyComment sticky, string branch)
{
    private const int MaxLookedAt = 5;

    private EarlierMerges? _found;

    /// <summary>Looks, once: a second look gives what the first found.</summary>
    /// <param name="told">Those that the push itself merged.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<EarlierMerges> LookAsync(IReadOnlyList<PullRequest> told, CancellationToken cancellationToken) =>
        _found ??= await AskAsync(told, cancellationToken);

    private async Task<EarlierMerges> AskAsync(IReadOnlyList<PullRequest> told, CancellationToken cancellationToken)
    {
        var waiting = new List<(int, CommentMarker)>();
        var merged = (await github.LastClosedAsync(branch, cancellationToken)).Where(p => p.MergedAt is not null && told.All(t => t.Number != p.Number));
        foreach (var pull in merged.OrderByDescending(p => p.MergedAt).Take(MaxLookedAt))
        {
            var marker = (await sticky.LookAsync(pull.Number, cancellationToken)).Marker;

            // A finished upload has updated all earlier pull requests.
            if (marker?.State is CommentState.Done or CommentState.Training)
                return new EarlierMerges(waiting) { Reviewed = marker.IsReviewed ? pull.MergeCommit : null };
            if (marker is not null)
                waiting.Add((pull.Number, marker));
        }

        return new EarlierMerges(waiting);
    }
}

/// <summary>What the merges before a push left.</summary>
/// <param name="Waiting">Those whose upload did not finish, with their comments: the next upload uploads for them too.</param>
internal sealed record EarlierMerges(IReadOnlyList<(int Number, CommentMarker Marker)> Waiting)
{
    /// <summary>The last merge, if it was uploaded and everything in it was reviewed.</summary>
    public string? Reviewed { get; init; }
}

using Ideogram.Build.Cli.GitHub;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>The one comment that a pull request gets: found by its hidden marker and its author, updated, never repeated.</summary>
/// <param name="github">The repository.</param>
/// <param name="author">The author whose comments count: anyone can write the marker.</param>
/// <param name="key">Distinguishes it from the comments of other uses of the action.</param>
/// <param name="wholeKey">The key of a comment about all manifests: a job of a matrix has none of its own.</param>
internal sealed class StickyComment(IGitHub github, string author, string key, string wholeKey)
{
    // GitHub's limit, in characters.
    private const int MaxLength = 65_536;

    private readonly Dictionary<int, Comment> _known = [];

    /// <summary>The comment, if it exists, and the plan that it shows.</summary>
    public async Task<FoundComment> LookAsync(int pullRequest, CancellationToken cancellationToken)
    {
        var all = await github.CommentsAsync(pullRequest, cancellationToken);
        var own = Of(all, key);
        var found = own.Count > 0 ? own[0] : null;
        if (found is not null)
            _known[pullRequest] = found;
        var marker = found is null ? null : CommentMarker.Read(found.Body, key);
        var whole = marker is null && Of(all, wholeKey) is [var other, ..] ? CommentMarker.Read(other.Body, wholeKey) : null;
        var plan = marker ?? (whole is null ? null : whole with { IsOfAll = true });
        return new FoundComment(found, marker) { Plan = plan is { HasPlan: true } ? plan : null };
    }

    /// <summary>Writes the comment.</summary>
    /// <param name="pullRequest">The pull request's number.</param>
    /// <param name="marker">What it says, for later runs.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="mayCreate">False: only an existing comment is updated.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The comment; null if there is none and none was made.</returns>
    public async Task<Comment?> PutAsync(int pullRequest, CommentMarker marker, string text, bool mayCreate, CancellationToken cancellationToken)
    {
        // What this run has seen of it is enough: a request less, and a deleted comment is noticed.
        if (_known.Remove(pullRequest, out var known) && await UpdateAsync(known, marker, text, cancellationToken) is { } again)
            return again;
        if (await FindAsync(pullRequest, cancellationToken) is { } old && await UpdateAsync(old, marker, text, cancellationToken) is { } updated)
            return updated;
        if (!mayCreate)
            return null;

        var body = Body(marker, text);
        try
        {
            return await SettleAsync(pullRequest, await github.CreateCommentAsync(pullRequest, body, cancellationToken), body, cancellationToken);
        }
        catch (GitHubException e) when (e.MayHaveLanded)
        {
            // The answer was lost, but perhaps not the comment: check before writing a second one.
            return await FindAsync(pullRequest, cancellationToken) ?? await github.CreateCommentAsync(pullRequest, body, cancellationToken);
        }
    }

    /// <summary>Says at the start of a plan that it is not the plan of the pull request's head.</summary>
    /// <param name="pullRequest">The pull request's number.</param>
    /// <param name="head">Its head.</param>
    /// <param name="note">Markdown that says so.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task OutdateAsync(int pullRequest, string head, string note, CancellationToken cancellationToken)
    {
        if (await LookAsync(pullRequest, cancellationToken) is not { Comment: { } comment, Marker: { State: CommentState.Planned, Head: { } old } marker }
            || old == head)
            return;
        await AddAsync(comment, marker with { State = CommentState.Outdated }, note, cancellationToken);
    }

    /// <summary>Says something at the start of a comment, and keeps the rest of it, unless both are too long for GitHub.</summary>
    /// <param name="comment">A comment that <see cref="LookAsync"/> found.</param>
    /// <param name="marker">What it then says to later runs.</param>
    /// <param name="note">Markdown.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task AddAsync(Comment comment, CommentMarker marker, string note, CancellationToken cancellationToken)
    {
        var text = note + comment.Body[(comment.Body.IndexOf("-->", StringComparison.Ordinal) + "-->".Length)..].TrimStart('\r', '\n');
        var body = Body(marker, text);
        await github.UpdateCommentAsync(comment.Id, body.Length <= MaxLength ? body : Body(marker, note), cancellationToken);
    }

    private async Task<Comment?> FindAsync(int pullRequest, CancellationToken cancellationToken) =>
        await AllAsync(pullRequest, cancellationToken) is [var oldest, ..] ? oldest : null;

    // Runs may overtake each other: an older plan never replaces a newer one.
    private async Task<Comment?> UpdateAsync(Comment old, CommentMarker marker, string text, CancellationToken cancellationToken)
    {
        var earlier = CommentMarker.Read(old.Body, key);
        return marker is { State: CommentState.Planned, HasPlan: true } && earlier?.Head is not null && earlier.Head != marker.Head && earlier.Run > marker.Run
            ? old
            : await github.UpdateCommentAsync(old.Id, Body(marker.Keep(earlier), text), cancellationToken);
    }

    // Two jobs at the same time may both have made one: the oldest stays and gets the newest text.
    private async Task<Comment> SettleAsync(int pullRequest, Comment mine, string body, CancellationToken cancellationToken)
    {
        var all = await AllAsync(pullRequest, cancellationToken);
        if (all.Count < 2)
            return mine;
        foreach (var surplus in all.Skip(1))
            await github.DeleteCommentAsync(surplus.Id, cancellationToken);
        return all[0].Id == mine.Id ? mine : await github.UpdateCommentAsync(all[0].Id, body, cancellationToken) ?? mine;
    }

    private async Task<IReadOnlyList<Comment>> AllAsync(int pullRequest, CancellationToken cancellationToken) =>
        Of(await github.CommentsAsync(pullRequest, cancellationToken), key);

    private List<Comment> Of(IReadOnlyList<Comment> comments, string ofKey) =>
    [
        .. comments.Where(c => string.Equals(c.Author, author, StringComparison.OrdinalIgnoreCase)
            && c.Body.StartsWith(CommentMarker.Start(ofKey), StringComparison.Ordinal)).OrderBy(c => c.Id),
    ];

    private string Body(CommentMarker marker, string text) => $"{marker.Write(key)}\n{text}";
}

/// <summary>A pull request's comment.</summary>
/// <param name="Comment">The comment; null for none.</param>
/// <param name="Marker">What it says; null for none.</param>
internal sealed record FoundComment(Comment? Comment, CommentMarker? Marker)
{
    /// <summary>The plan that was shown on the pull request, if one was.</summary>
    public CommentMarker? Plan { get; init; }
}

/// <summary>What a comment says, in one word for later runs.</summary>
internal enum CommentState
{
    /// <summary>What a merge would do.</summary>
    Planned,

    /// <summary>What a merge of an earlier head would have done.</summary>
    Outdated,

    /// <summary>Merged, but a later push does the upload.</summary>
    Superseded,

    /// <summary>Merged, but nothing was sent, because nobody reviewed this plan.</summary>
    Refused,

    /// <summary>How the upload went, and a training runs.</summary>
    Training,

    /// <summary>How the upload went.</summary>
    Done,
}

using Ideogram.Build.Cli.GitHub;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>The one comment that a pull request gets: found by its hidden marker and its author, updated, never repeated.</summary>
/// <param name="github">The repository.</param>
/// <param name="author">The author whose comments count: anyone can write the marker.</param>
/// <param name="key">Distinguishes it from the comments of other uses of the action.</param>
internal sealed class StickyComment(IGitHub github, string author, string key)
{
    private readonly string _marker = $"<!-- ideogram-build {key} ";

    /// <summary>The comment, if it exists.</summary>
    public async Task<Comment?> FindAsync(int pullRequest, CancellationToken cancellationToken) =>
        await AllAsync(pullRequest, cancellationToken) is [var oldest, ..] ? oldest : null;

    /// <summary>The state that a comment was left in.</summary>
    public CommentState? StateOf(Comment comment) =>
        comment.Body.StartsWith(_marker, StringComparison.Ordinal)
            && Enum.TryParse<CommentState>(comment.Body[_marker.Length..].Split(' ', 2)[0], ignoreCase: true, out var state)
            ? state
            : null;

    /// <summary>Writes the comment.</summary>
    /// <param name="pullRequest">The pull request's number.</param>
    /// <param name="state">What it says, for later runs.</param>
    /// <param name="text">Markdown.</param>
    /// <param name="mayCreate">False: only an existing comment is updated.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The comment; null if there is none and none was made.</returns>
    public async Task<Comment?> PutAsync(int pullRequest, CommentState state, string text, bool mayCreate, CancellationToken cancellationToken)
    {
        var body = $"{_marker}{state.ToString().ToLowerInvariant()} -->\n{text}";
        if (await FindAsync(pullRequest, cancellationToken) is { } old && await github.UpdateCommentAsync(old.Id, body, cancellationToken) is { } updated)
            return updated;
        if (!mayCreate)
            return null;

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
    [
        .. (await github.CommentsAsync(pullRequest, cancellationToken))
            .Where(c => string.Equals(c.Author, author, StringComparison.OrdinalIgnoreCase) && c.Body.StartsWith(_marker, StringComparison.Ordinal))
            .OrderBy(c => c.Id),
    ];
}

/// <summary>What a comment says, in one word for later runs.</summary>
internal enum CommentState
{
    /// <summary>What a merge would do.</summary>
    Planned,

    /// <summary>Merged, but a later push does the upload.</summary>
    Superseded,

    /// <summary>How the upload went.</summary>
    Done,
}

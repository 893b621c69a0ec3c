using Ideogram.Build.Cli.Commits;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>What the action needs of one GitHub repository. Every call throws <see cref="GitHubException"/> when GitHub does not answer it.</summary>
internal interface IGitHub : ICommits
{
    /// <summary>What the token can see of the repository. A repository that the token does not see is a <see cref="GitHubException"/> with status
    /// 404.</summary>
    Task<RepositoryAccess> AccessAsync(CancellationToken cancellationToken);

    /// <summary>The commit at a branch's tip; null if there is no such branch.</summary>
    Task<string?> TipAsync(string branch, CancellationToken cancellationToken);

    /// <summary>The parents of a commit, first parent first; null if there is no such commit.</summary>
    Task<IReadOnlyList<string>?> ParentsAsync(string commit, CancellationToken cancellationToken);

    /// <summary>The files and folders at the top of a commit or of a folder's tree, without those below.</summary>
    Task<GitTree> TopAsync(string commitOrTree, CancellationToken cancellationToken);

    /// <summary>The pull requests that GitHub associates with a commit, open or not.</summary>
    Task<IReadOnlyList<PullRequest>> PullRequestsOfAsync(string commit, CancellationToken cancellationToken);

    /// <summary>One pull request; null if there is none of that number.</summary>
    Task<PullRequest?> PullRequestAsync(int number, CancellationToken cancellationToken);

    /// <summary>The open pull requests from a branch of a repository, which may be a fork.</summary>
    Task<IReadOnlyList<PullRequest>> OpenPullRequestsAsync(string headOwner, string headBranch, CancellationToken cancellationToken);

    /// <summary>The pull requests into a branch that were closed last, newest first, at most 30.</summary>
    Task<IReadOnlyList<PullRequest>> LastClosedAsync(string baseBranch, CancellationToken cancellationToken);

    /// <summary>All comments of a pull request, oldest first.</summary>
    Task<IReadOnlyList<Comment>> CommentsAsync(int number, CancellationToken cancellationToken);

    Task<Comment> CreateCommentAsync(int number, string body, CancellationToken cancellationToken);

    /// <summary>Replaces a comment's text; null if it was deleted.</summary>
    Task<Comment?> UpdateCommentAsync(long id, string body, CancellationToken cancellationToken);

    /// <summary>Deletes a comment, if it still exists.</summary>
    Task DeleteCommentAsync(long id, CancellationToken cancellationToken);
}

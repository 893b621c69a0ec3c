using Ideogram.Build.Emulator.GitHub.Git;

namespace Ideogram.Build.Emulator.GitHub;

/// <summary>A repository: its git, and its pull requests and comments in one file.</summary>
internal sealed class RepositoryState(string fullName, GitRepository git, string file, TimeProvider clock, Func<long> nextCommentId)
{
    private readonly Lock _lock = new();
    private RepositoryRecord _record = File.Exists(file) ? StateFile.Read<RepositoryRecord>(file) : new RepositoryRecord(0, [], []);

    public string FullName => fullName;

    public GitRepository Git => git;

    public long LastCommentId => _record.LastCommentId;

    public IReadOnlyList<PullRequestRecord> PullRequests => _record.PullRequests;

    public PullRequestRecord? PullRequest(int number) => _record.PullRequests.FirstOrDefault(pull => pull.Request.Number == number);

    public IReadOnlyList<GitHubComment> Comments(int number) => [.. _record.Comments.Where(comment => comment.Number == number)];

    public GitHubComment? Comment(long id) => _record.Comments.FirstOrDefault(comment => comment.Id == id);

    public void Put(GitHubPullRequest request) => Change(record =>
    {
        var now = clock.GetUtcNow();
        var known = record.PullRequests.FirstOrDefault(pull => pull.Request.Number == request.Number);
        DateTimeOffset? closedAt = request.State == "open" ? null : request.MergedAt ?? known?.ClosedAt ?? now;
        var pull = new PullRequestRecord(request, known?.CreatedAt ?? now, now, closedAt);
        return record with { PullRequests = [.. record.PullRequests.Where(other => other.Request.Number != request.Number), pull] };
    });

    public GitHubComment Add(int number, string author, string body)
    {
        var now = clock.GetUtcNow();
        var comment = new GitHubComment(nextCommentId(), number, author, body, now, now);
        Change(record => record with { LastCommentId = Math.Max(record.LastCommentId, comment.Id), Comments = [.. record.Comments, comment] });
        return comment;
    }

    /// <summary>Replaces a comment's text; null if it was deleted.</summary>
    public GitHubComment? Edit(long id, string body)
    {
        Change(record => record with
        {
            Comments = [.. record.Comments.Select(comment => comment.Id == id ? comment with { Body = body, UpdatedAt = clock.GetUtcNow() } : comment)],
        });
        return Comment(id);
    }

    public bool Delete(long id)
    {
        var found = Comment(id) is not null;
        Change(record => record with { Comments = [.. record.Comments.Where(comment => comment.Id != id)] });
        return found;
    }

    private void Change(Func<RepositoryRecord, RepositoryRecord> change)
    {
        lock (_lock)
        {
            var changed = change(_record);
            StateFile.Write(file, changed);
            _record = changed;
        }
    }
}

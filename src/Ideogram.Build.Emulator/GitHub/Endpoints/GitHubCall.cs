using System.Globalization;
using Ideogram.Build.Emulator.GitHub.Git;
using Ideogram.Build.Emulator.GitHub.Shapes;

namespace Ideogram.Build.Emulator.GitHub.Endpoints;

/// <summary>A call about a repository that exists.</summary>
internal sealed record GitHubCall(HttpContext Context, RepositoryState Repository)
{
    public string FullName => Repository.FullName;

    public GitRepository Git => Repository.Git;

    public Links Links => Links.FromRequest(Context.Request);

    public CancellationToken Cancelled => Context.RequestAborted;

    /// <summary>A part of the path; slashes in it may have come escaped.</summary>
    public string Value(string name) =>
        (Context.Request.RouteValues[name] as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    public long Number(string name) => long.TryParse(Value(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    public PullRequestRecord? PullRequest(string name) => Number(name) is > 0 and <= int.MaxValue and var number ? Repository.PullRequest((int)number) : null;

    /// <summary>The commit that a hash, branch or tag names; null if there is none.</summary>
    public Task<string?> CommitAsync(string reference) => Git.ResolveAsync(reference, "commit", Cancelled);

    public Task<string> DefaultBranchAsync() => Git.DefaultBranchAsync(Cancelled);
}

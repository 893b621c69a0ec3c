using System.Net;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>
/// Whether a GitHub token may comment, as far as that can be known without writing: classic tokens name their scopes in a header; of fine-grained
/// tokens and those of apps and workflows GitHub does not show the permissions.
/// </summary>
internal sealed class CommentCheckup(AppHost host) : ICheckup
{
    private const string Topic = "GitHub token";

    public async Task<Finding> LookAsync(string? repository, CancellationToken cancellationToken)
    {
        if ((host.Variable("GITHUB_TOKEN") ?? host.Variable("GH_TOKEN")) is not { } token)
            return new Finding(FindingState.Unknown, Topic, "neither GITHUB_TOKEN nor GH_TOKEN is set here. A workflow has a token of its own, which may "
                + "comment if the job says \"pull-requests: write\".");
        if ((host.Variable("GITHUB_REPOSITORY") ?? repository) is not { } name)
            return new Finding(FindingState.Unknown, Topic, "no remote \"origin\" says which repository it is for.")
            {
                Next = "Set GITHUB_REPOSITORY to owner/name to have the token checked."
            };
        if (SecureAddress.Parse(host.Variable("GITHUB_API_URL") ?? "https://api.github.com") is not { } api)
            return new Finding(FindingState.Wrong, Topic, "GITHUB_API_URL is neither an https address nor one of this machine, so the token was not sent.")
            {
                Next = "Unset or fix GITHUB_API_URL."
            };

        // A person is waiting: one attempt.
        using var connection = new GitHubConnection(api, token, new GitHubRetryPolicy(host.Time, TimeSpan.Zero));
        try
        {
            return Judge(await new GitHubRepository(connection, name).AccessAsync(cancellationToken), name);
        }
        catch (GitHubException e)
        {
            return Judge(e, name);
        }
    }

    private static Finding Judge(GitHubException error, string repository) => error.Status switch
    {
        null => new Finding(error.Rule == GitHubRules.TokenRefused ? FindingState.Wrong : FindingState.Unknown, Topic, error.Message),
        HttpStatusCode.Unauthorized =>
            new Finding(FindingState.Wrong, Topic, "GitHub refused it (401).") { Next = "Set GITHUB_TOKEN to a token that is valid." },
        HttpStatusCode.NotFound =>
            new Finding(FindingState.Wrong, Topic, $"it does not see {repository}, or there is no such repository.")
            {
                Next = $"Give the token access to {repository}."
            },
        { } status => new Finding(FindingState.Unknown, Topic, $"GitHub answered {(int)status} to a query of {repository}."),
    };

    private static Finding Judge(RepositoryAccess access, string repository)
    {
        if (access.IsArchived)
            return new Finding(FindingState.Wrong, Topic, $"{repository} is archived and accepts no comments.");
        if (access.Scopes is not { } scopes)
            return new Finding(FindingState.Unknown, Topic, $"it sees {repository}. GitHub does not say whether such a token may comment: "
                + "it needs \"Pull requests: read and write\", in a workflow \"pull-requests: write\".");
        if (scopes.Contains("repo") || (!access.IsPrivate && scopes.Contains("public_repo")))
            return new Finding(FindingState.Good, Topic, $"it sees {repository} and may comment there.");
        return new Finding(FindingState.Wrong, Topic, $"it sees {repository}, but may not comment: "
            + $"its scopes are {(scopes.Count == 0 ? "none" : string.Join(", ", scopes))}.")
        {
            Next = $"Give the token the scope {(access.IsPrivate ? "repo" : "public_repo")}.",
        };
    }
}

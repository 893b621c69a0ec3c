using System.Net;
using Ideogram.Build.Cli.Output;
using Octokit;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>Octokit's exceptions as coded errors that say what to do. Rate limits are handled by the retry policy.</summary>
internal static class GitHubErrors
{
    public static GitHubException From(ApiException error, string what)
    {
        var status = (int)error.StatusCode;
        return error.StatusCode switch
        {
            HttpStatusCode.Unauthorized =>
                new(GitHubRules.TokenRefused, $"GitHub refused the token (401), so the action cannot {what}. Give the input github-token a valid token.")
                {
                    Status = error.StatusCode
                },
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound =>
                new(GitHubRules.MayNot, $"The token may not {what} ({status}). Give the job `permissions: contents: read, pull-requests: write`; "
                    + "a fork's pull request never has it.")
                {
                    Status = error.StatusCode,
                },
            _ => Unexpected($"status {status} to a request to {what}", error.StatusCode),
        };
    }

    public static GitHubException NotJson() => Unexpected("something that is not the JSON it documents");

    public static GitHubException NotFound(string what) =>
        new(GitHubRules.MayNot, $"GitHub does not know {what} in this repository, or the token may not read it. Give the job `permissions: contents: read`.");

    public static GitHubException Unexpected(string what, HttpStatusCode? status = null) =>
        new(GitHubRules.Unreachable, $"GitHub answered {what}. Run the job again; look at githubstatus.com.") { Status = status };
}

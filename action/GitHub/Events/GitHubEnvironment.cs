using System.Globalization;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.GitHub.Events;

/// <summary>What the runner says about the run, read from its environment variables.</summary>
internal sealed record GitHubEnvironment
{
    /// <summary>Such as <c>pull_request</c>.</summary>
    public required string EventName { get; init; }

    /// <summary>The file with the event's payload.</summary>
    public required string? EventPath { get; init; }

    /// <summary><c>owner/name</c>.</summary>
    public required string Repository { get; init; }

    /// <summary>The commit that the run is for; for a pull request, its test merge.</summary>
    public required string Sha { get; init; }

    /// <summary>Such as <c>refs/heads/main</c>.</summary>
    public required string Ref { get; init; }

    public required Uri ServerUrl { get; init; }

    public required Uri ApiUrl { get; init; }

    /// <summary>Full path of the checked-out repository.</summary>
    public required string Workspace { get; init; }

    /// <summary>The file that takes outputs.</summary>
    public string? OutputFile { get; init; }

    /// <summary>The file that takes the job summary.</summary>
    public string? SummaryFile { get; init; }

    /// <summary>A folder outside the workspace that later steps can read.</summary>
    public string? TempFolder { get; init; }

    public string? RunId { get; init; }

    public string? RunAttempt { get; init; }

    /// <summary>The step's name, unique in its job.</summary>
    public string? ActionId { get; init; }

    /// <summary>The branch's name, where the run is for a branch.</summary>
    public string? Branch => Ref.StartsWith("refs/heads/", StringComparison.Ordinal) ? Ref["refs/heads/".Length..] : null;

    /// <summary>The page of this run.</summary>
    public Uri? RunPage => RunId is null
        ? null
        : new Uri(string.Create(CultureInfo.InvariantCulture,
            $"{ServerUrl.AbsoluteUri.TrimEnd('/')}/{Repository}/actions/runs/{RunId}{(RunAttempt is null ? "" : $"/attempts/{RunAttempt}")}"));

    /// <summary>Reads the runner's variables.</summary>
    /// <exception cref="UsageException">A variable that every runner sets is missing.</exception>
    public static GitHubEnvironment Read(AppHost host) => new()
    {
        EventName = Required(host, "GITHUB_EVENT_NAME"),
        EventPath = host.Variable("GITHUB_EVENT_PATH"),
        Repository = Required(host, "GITHUB_REPOSITORY"),
        Sha = Required(host, "GITHUB_SHA"),
        Ref = host.Variable("GITHUB_REF") ?? "",
        ServerUrl = Address(host, "GITHUB_SERVER_URL", "https://github.com"),
        ApiUrl = Address(host, "GITHUB_API_URL", "https://api.github.com"),
        Workspace = Path.GetFullPath(host.Variable("GITHUB_WORKSPACE") ?? host.Folder),
        OutputFile = host.Variable("GITHUB_OUTPUT"),
        SummaryFile = host.Variable("GITHUB_STEP_SUMMARY"),
        TempFolder = host.Variable("RUNNER_TEMP"),
        RunId = host.Variable("GITHUB_RUN_ID"),
        RunAttempt = host.Variable("GITHUB_RUN_ATTEMPT"),
        ActionId = host.Variable("GITHUB_ACTION"),
    };

    private static string Required(AppHost host, string name) =>
        host.Variable(name) ?? throw new UsageException($"{name} is not set: the command 'action' runs only inside the GitHub Action. "
            + "Elsewhere use 'validate', 'plan' or 'upload'.");

    private static Uri Address(AppHost host, string name, string otherwise)
    {
        var text = host.Variable(name) ?? otherwise;
        return SecureAddress.Parse(text) is { } address
            ? UserInfo.Without(address)
            : throw new UsageException($"{name} is '{UserInfo.HideIn(text)}': it must be an https address, or http on this machine.");
    }
}

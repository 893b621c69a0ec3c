using System.Globalization;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.GitHub;

/// <summary>The workflow run that the program is a step of.</summary>
internal static class GitHubRun
{
    /// <summary>The run and its attempt; null outside a runner.</summary>
    public static ReportedRun? Of(AppHost host) => host.Variable("GITHUB_RUN_ID") is { } id
        ? new ReportedRun(id, int.TryParse(host.Variable("GITHUB_RUN_ATTEMPT"), NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) && attempt > 0 ? attempt : 1)
        : null;
}

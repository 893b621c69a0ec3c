using System.Globalization;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Output;

/// <summary>The workflow run that the program is a step of.</summary>
internal static class WorkflowRun
{
    /// <summary>The run and its attempt; null outside a runner.</summary>
    public static ReportedRun? Of(AppHost host) => host.Variable("GITHUB_RUN_ID") is { } id
        ? new ReportedRun(id, Attempt(host.Variable("GITHUB_RUN_ATTEMPT")))
        : null;

    /// <summary>The number of an attempt; the first where the runner says none.</summary>
    public static int Attempt(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempt) && attempt > 0 ? attempt
        : 1;
}

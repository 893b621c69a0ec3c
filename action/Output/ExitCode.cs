using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Output;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Errors in a manifest, or images that are not in their dataset.</summary>
    public const int Failure = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>Ideogram could not be reached or refused the key.</summary>
    public const int Ideogram = 3;

    private static readonly string[] OutOfReach = [ApiRules.Unreachable.Code, ApiRules.KeyRefused.Code, ApiRules.ConnectionLost.Code];

    /// <summary>Whether a code says that Ideogram could not be reached or refused the key.</summary>
    public static bool IsOutOfReach(string code) => OutOfReach.Contains(code);

    public static int FromReport(ReportDocument report) => report switch
    {
        _ when report.Problems.Any(p => p.IsError && IsOutOfReach(p.Code)) => Ideogram,
        { Success: true } => Success,
        _ => Failure,
    };
}

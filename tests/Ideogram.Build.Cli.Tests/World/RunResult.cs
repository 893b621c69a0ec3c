namespace Ideogram.Build.Cli.Tests.World;

/// <summary>What a run of the program left behind.</summary>
internal sealed record RunResult(int ExitCode, string Log, string Errors, string Summary, IReadOnlyDictionary<string, string> Outputs)
{
    /// <summary>The JSON report; null if none was written.</summary>
    public string? Report { get; init; }
}

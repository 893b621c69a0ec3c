using Microsoft.Build.Logging.StructuredLogger;

namespace Ideogram.Build.Testing;

/// <summary>What a binary log says about a build.</summary>
public sealed class BuildLog
{
    private readonly Microsoft.Build.Logging.StructuredLogger.Build _build;

    public BuildLog(string path)
    {
        _build = BinaryLog.ReadBuild(path);
        Errors = [.. _build.FindChildrenRecursive<Error>()];
        Warnings = [.. _build.FindChildrenRecursive<Warning>()];
        Messages = [.. _build.FindChildrenRecursive<Message>().Select(m => m.Text ?? "")];
    }

    public bool Succeeded => _build.Succeeded;

    public IReadOnlyList<Error> Errors { get; }

    public IReadOnlyList<Warning> Warnings { get; }

    public IReadOnlyList<string> Messages { get; }

    /// <summary>How many times a task ran.</summary>
    public int Runs(string task) => _build.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(t => t.Name == task).Count;

    public int Validations => Runs("ValidateIdeogramDatasets");

    public int Searches => Runs("FindIdeogramInputs");

    /// <summary>The time that validation tasks took, their loading included.</summary>
    public TimeSpan ValidationTime => Sum(_build.FindChildrenRecursive<Target>(t => t.Name == "_ValidateIdeogramDatasets"));

    /// <summary>The whole build's time.</summary>
    public TimeSpan Time => _build.Duration;

    /// <summary>The time that the package's own targets took.</summary>
    public TimeSpan OwnTime => Sum(_build.FindChildrenRecursive<Target>(t => t.Name.Contains("Ideogram", StringComparison.Ordinal)));

    private static TimeSpan Sum(IEnumerable<Target> targets) => targets.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Duration);
}

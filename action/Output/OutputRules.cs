using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.Output;

/// <summary>4060 to 4069: files that this program writes. docs/diagnostics.md explains each.</summary>
internal static class OutputRules
{
    public static Rule NotWritten { get; } = new("IDEO4060", Severity.Error, "A file cannot be written where it was named");
}

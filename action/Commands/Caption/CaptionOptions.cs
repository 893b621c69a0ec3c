using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands.Caption;

/// <summary>The options of <c>caption</c>.</summary>
/// <param name="Command">The manifests, and where Ideogram is.</param>
/// <param name="Flags">What a caption holds.</param>
internal sealed record CaptionOptions(CommandOptions Command, DescribeFlags Flags)
{
    /// <summary>Whether only to say what would be done.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Whether the person said yes beforehand.</summary>
    public bool IsAgreed { get; init; }

    /// <summary>The most calls.</summary>
    public int Max { get; init; } = int.MaxValue;
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>4070 to 4079: why <c>ideogram-build init</c> refuses. docs/diagnostics.md explains each.</summary>
internal static class StartRules
{
    public static Rule ManifestThere { get; } = new("IDEO4070", Severity.Error, "The folder already has a manifest");

    public static Rule NoImages { get; } = new("IDEO4071", Severity.Error, "The folder has no images");

    public static Rule TooManyImages { get; } = new("IDEO4072", Severity.Error, "The folder has more images than a dataset holds");
}

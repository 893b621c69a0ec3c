using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>One line of <c>images</c>.</summary>
/// <param name="Pattern">A path or glob relative to the manifest, with <c>/</c>, without the leading <c>!</c>.</param>
/// <param name="Position">Its place in the manifest.</param>
public sealed record ImageEntry(string Pattern, Position Position)
{
    /// <summary>Whether the line began with <c>!</c>: it removes what lines before it matched.</summary>
    public bool IsExclude { get; init; }

    /// <summary>Whether the line is an object with <c>path</c>: exactly one file, no glob.</summary>
    public bool IsSingleFile { get; init; }

    /// <summary>The inline caption, for an object with <c>caption</c>.</summary>
    public string? Caption { get; init; }

    /// <summary>The place of the inline caption.</summary>
    public Position CaptionPosition { get; init; } = Position.Start;
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>The manifest's <c>captions-from</c>: a table that holds captions.</summary>
/// <param name="Path">The table's path relative to the manifest, with <c>/</c>.</param>
/// <param name="Position">The path's place in the manifest.</param>
public sealed record CaptionTableEntry(string Path, Position Position)
{
    /// <summary>The column with the image's path; null for <c>file_name</c>.</summary>
    public string? ImageColumn { get; init; }

    /// <summary>The column with the caption; null for the first of <c>text</c>, <c>caption</c> and <c>prompt</c>.</summary>
    public string? TextColumn { get; init; }
}

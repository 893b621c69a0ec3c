using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>An image of a dataset, inspected, with its caption.</summary>
/// <param name="File">Full path of the image, or of the archive that holds it.</param>
/// <param name="Entry">The name inside the archive; null for a file of its own.</param>
/// <param name="RelativePath">For messages: the path relative to the manifest with <c>/</c>, <c>archive.zip!entry</c> for an entry.</param>
/// <param name="Image">What inspection found.</param>
/// <param name="Caption">The caption, if there is one.</param>
/// <param name="Source">The line of the manifest that named it.</param>
public sealed record Asset(string File, string? Entry, string RelativePath, ImageInfo Image, Caption? Caption, Position Source)
{
    /// <summary>Opens the image's bytes for reading once, from start to end. The caller disposes the stream.</summary>
    /// <exception cref="IOException">The file is gone or cannot be read.</exception>
    public Stream OpenRead() => AssetStream.Open(File, Entry);
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>An inspected image: what it is, or null if something is wrong with it.</summary>
internal sealed record InspectedImage(AssetFile File, ImageInfo? Image);

/// <summary>An inspected file: one image, or those of an archive.</summary>
/// <param name="Images">The images, usable or not.</param>
/// <param name="Folders">The folders of an archive; none for an image.</param>
/// <param name="Diagnostics">What is wrong with any of them.</param>
internal sealed record InspectedFile(IReadOnlyList<InspectedImage> Images, IReadOnlyList<FolderListing> Folders, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>How many images of an archive were refused before they were looked into.</summary>
    public int RefusedEntries { get; init; }
}

namespace Ideogram.Build.Datasets.Manifests;

/// <summary>The manifest's <c>limits</c>: bounds for each image.</summary>
public sealed record Limits
{
    /// <summary>The largest image file, in bytes. No limit is documented for dataset files; Ideogram's other image calls state 25 MB.</summary>
    public long FileSize { get; init; } = 25_000_000;

    /// <summary>The largest sum of all image files of the dataset, in bytes: 100 images of 25 MB unless the manifest says otherwise.</summary>
    public long TotalSize { get; init; } = 2_500_000_000;

    /// <summary>The least width in pixels, after orientation; 0 for none.</summary>
    public int MinWidth { get; init; }

    /// <summary>The least height in pixels, after orientation; 0 for none.</summary>
    public int MinHeight { get; init; }
}

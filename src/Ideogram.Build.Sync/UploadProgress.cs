namespace Ideogram.Build.Sync;

/// <summary>The state before the first request that sends images, and after each.</summary>
/// <param name="Dataset">The dataset's name. Untrusted text: escape it.</param>
/// <param name="Done">Its images that need no more sending, whatever their outcome.</param>
/// <param name="Total">Images of it that had to be sent.</param>
/// <param name="Message">What happened, in a few words; empty before the first request.</param>
public sealed record UploadProgress(string Dataset, int Done, int Total, string Message)
{
    /// <summary>The bytes of the images that are done; 0 where bytes are not counted.</summary>
    public long Bytes { get; init; }

    /// <summary>The bytes of all images that had to be sent; 0 where bytes are not counted.</summary>
    public long TotalBytes { get; init; }
}

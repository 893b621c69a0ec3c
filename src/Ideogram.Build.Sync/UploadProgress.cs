namespace Ideogram.Build.Sync;

/// <summary>RunResult after each request that carried images.</summary>
/// <param name="Dataset">The dataset's name. Hostile text: escape it.</param>
/// <param name="Done">Images of it that need no more sending, whatever became of them.</param>
/// <param name="Total">Images of it that had to be sent.</param>
/// <param name="Message">What happened, in a few words.</param>
public sealed record UploadProgress(string Dataset, int Done, int Total, string Message);

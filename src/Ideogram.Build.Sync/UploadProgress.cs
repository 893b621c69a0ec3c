namespace Ideogram.Build.Sync;

/// <summary>The state after each request that sent images.</summary>
/// <param name="Dataset">The dataset's name. Hostile text: escape it.</param>
/// <param name="Done">Its images that need no more sending, whatever their outcome.</param>
/// <param name="Total">Images of it that had to be sent.</param>
/// <param name="Message">What happened, in a few words.</param>
public sealed record UploadProgress(string Dataset, int Done, int Total, string Message);

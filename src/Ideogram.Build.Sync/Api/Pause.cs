namespace Ideogram.Build.Sync.Api;

/// <summary>A wait before a request is tried again.</summary>
/// <param name="ApiFault">Why the request failed. Its text is untrusted: escape it.</param>
/// <param name="Length">The length of the pause.</param>
public sealed record Pause(ApiFault ApiFault, TimeSpan Length);

namespace Ideogram.Build.Sync.Api;

/// <summary>A wait before a request is tried again.</summary>
/// <param name="ApiFault">Why it did not work. Its text is hostile: escape it.</param>
/// <param name="Length">How long the wait is.</param>
public sealed record Pause(ApiFault ApiFault, TimeSpan Length);

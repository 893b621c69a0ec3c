namespace Ideogram.Build.Emulator.Ideogram;

/// <summary>A caption that was applied to an image.</summary>
/// <param name="Text">The plain text unchanged, or the structured caption as JSON.</param>
/// <param name="VisibleFrom">Until then answers show the caption before it.</param>
public sealed record StoredCaption(string Text, DateTimeOffset VisibleFrom);

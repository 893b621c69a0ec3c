namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>A caption that waits for an image of its stem; stems differ in case.</summary>
internal sealed record Sidecar(string Name, string Stem, string Caption, bool Structured);

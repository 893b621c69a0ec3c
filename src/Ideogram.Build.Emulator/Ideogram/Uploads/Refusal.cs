namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>A file that was not taken. Only images are counted, so a refused caption or archive is listed and not counted.</summary>
internal sealed record Refusal(string Name, string Reason, bool IsImage);

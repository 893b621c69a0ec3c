namespace Ideogram.Build.Emulator.Ideogram.Uploads;

/// <summary>An upload's body that answers 400.</summary>
internal sealed class BadMultipartException(string message) : Exception(message);

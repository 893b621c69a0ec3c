namespace Ideogram.Build.Datasets.Processes;

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code; null if it did not start or did not come to its own end.</param>
/// <param name="Error">The beginning of what it wrote to standard error, or why it did not end by itself. Anybody's text.</param>
internal sealed record ChildExit(int? Code, string Error);

namespace Ideogram.Build.Datasets.Processes;

/// <summary>How a program ended.</summary>
/// <param name="Code">Its exit code; null if it did not start or did not come to its own end.</param>
/// <param name="Error">The beginning of its standard error, or why it did not end by itself. Untrusted text: escape it.</param>
internal sealed record ChildExit(int? Code, string Error);

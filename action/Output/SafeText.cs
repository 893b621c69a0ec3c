using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Action.Output;

/// <summary>
/// Makes text from manifests, file names and APIs harmless in a log: a runner takes lines that begin with <c>::</c> or hold
/// <c>##[</c> for commands, a terminal takes control characters for orders, and direction marks make text read as something else.
/// </summary>
internal static class SafeText
{
    /// <summary>One line without control and direction characters that no runner takes for a command.</summary>
    public static string Line(string text)
    {
        var line = MessageText.Escape(text).Replace("##[", "# #[", StringComparison.Ordinal);
        return line.TrimStart().StartsWith("::", StringComparison.Ordinal) ? line.Replace("::", ": :", StringComparison.Ordinal) : line;
    }
}

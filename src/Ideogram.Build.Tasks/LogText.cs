using System.Text;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Tasks;

/// <summary>Makes text from names and captions safe for a build log that a CI server reads line by line.</summary>
internal static class LogText
{
    /// <summary>
    /// The text on one line, without a log command: GitHub and Azure obey <c>##[</c> and <c>##vso[</c> anywhere in a line, TeamCity <c>##teamcity[</c>,
    /// GitHub also <c>::</c> at its start.
    /// </summary>
    public static string Safe(string text)
    {
        // Twice: of three in a row, the first pass leaves two.
        var line = new StringBuilder(MessageText.Escape(text)).Replace("##", "# #").Replace("##", "# #");
        return StartsWithColons(line) ? line.Replace("::", ": :").ToString() : line.ToString();
    }

    private static bool StartsWithColons(StringBuilder line)
    {
        var start = 0;
        while (start < line.Length && char.IsWhiteSpace(line[start]))
            start++;
        return start + 1 < line.Length && line[start] == ':' && line[start + 1] == ':';
    }
}

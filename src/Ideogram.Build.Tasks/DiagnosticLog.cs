using Ideogram.Build.Datasets.Diagnostics;
using Microsoft.Build.Utilities;

namespace Ideogram.Build.Tasks;

/// <summary>Logs problems in the form that MSBuild, editors and CI matchers read: <c>file(line,column): error IDEOnnnn: text</c>.</summary>
/// <param name="log">The task's log.</param>
internal sealed class DiagnosticLog(TaskLoggingHelper log)
{
    private static readonly bool IsOnGitHub = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true";

    /// <summary>A message as it is logged. The matcher of actions/setup-dotnet takes a bracket after a blank for the project's name at the end of a line, and
    /// cuts the message there: on GitHub such a bracket is written as <c>\u005b</c>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isOnGitHub">Whether GitHub's matcher reads the log.</param>
    public static string Text(string message, bool isOnGitHub) =>
        isOnGitHub ? string.Join(@" \u005b", LogText.Line(message).Split([" ["], StringSplitOptions.None)) : LogText.Line(message);

    /// <summary>Logs a problem with its severity.</summary>
    public void Say(Diagnostic diagnostic)
    {
        var file = LogText.Line(diagnostic.File);
        var message = Text(diagnostic.Message, IsOnGitHub);
        var (line, column) = (diagnostic.Position.Line, diagnostic.Position.Column);

        // A start position only: with an end, GitHub's matcher for compilers finds nothing.
        if (diagnostic.IsError)
            log.LogError(null, diagnostic.Code, null, diagnostic.Rule.HelpLink, file, line, column, 0, 0, message);
        else
            log.LogWarning(null, diagnostic.Code, null, diagnostic.Rule.HelpLink, file, line, column, 0, 0, message);
    }

    /// <summary>Logs a problem of the build itself. It has no place of its own, so MSBuild names the place of the task.</summary>
    public void Error(Rule rule, string message) => log.LogError(null, rule.Code, null, rule.HelpLink, null, 0, 0, 0, 0, Text(message, IsOnGitHub));

    /// <summary>As <see cref="Error"/>, but the build continues.</summary>
    public void Warning(Rule rule, string message) => log.LogWarning(null, rule.Code, null, rule.HelpLink, null, 0, 0, 0, 0, Text(message, IsOnGitHub));
}

using System.Globalization;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Output;

/// <summary>The lines that a GitHub runner acts on. Escapes as the runner's own toolkit does.</summary>
internal static class WorkflowCommand
{
    // The runner cuts an annotation's text at 4,096 characters.
    private const int MaxMessageLength = 4000;

    public static string Mask(string secret) => $"::add-mask::{Text(secret)}";

    public static string Notice(string title, string message) => $"::notice title={Property(title)}::{Message(message)}";

    public static string Issue(Severity severity, string title, string message) => $"::{Name(severity)} title={Property(title)}::{Message(message)}";

    public static string Issue(ReportedProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"::{Name(problem.Severity)} file={Property(problem.File)},line={problem.Line},col={problem.Column},"
            + $"title={Property($"{problem.Code}: {problem.Title}")}::{Message(problem.Message)}");

    private static string Name(Severity severity) => severity == Severity.Error ? "error" : "warning";

    // Other commands can be anywhere in a line, also inside a command.
    private static string Message(string message) => Text(LogText.Line(MessageText.OneLine(message, MaxMessageLength)));

    private static string Property(string value) => Text(LogText.Line(value))
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);

    private static string Text(string value) => value
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);
}

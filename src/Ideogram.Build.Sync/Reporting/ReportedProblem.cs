using System.Text.Json.Serialization;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>A problem of validation, plan, upload or training.</summary>
/// <param name="Code">docs/diagnostics.md has a paragraph for each.</param>
/// <param name="Severity">How serious the problem is.</param>
/// <param name="Title">What the code is about, in a few words.</param>
/// <param name="Message">What is wrong and what to do, on one line.</param>
/// <param name="File">The file, relative to where the run was started or to the repository.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="HelpLink">The paragraph about the code.</param>
public sealed record ReportedProblem(string Code, Severity Severity, string Title, string Message, string File, int Line, int Column, string HelpLink)
{
    /// <summary>Whether the dataset must not be uploaded.</summary>
    [JsonIgnore]
    public bool IsError => Severity == Severity.Error;

    /// <summary>The problem for a document.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="display">Gives the displayed name of a file for its full path.</param>
    public static ReportedProblem From(Diagnostic problem, Func<string, string> display) => new(
        problem.Code, problem.Severity, problem.Rule.Title, MessageText.OneLine(problem.Message), display(problem.File), problem.Position.Line,
            problem.Position.Column, problem.Rule.HelpLink);
}

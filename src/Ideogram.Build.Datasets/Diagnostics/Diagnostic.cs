namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>A problem that a person can fix: what, where and what to do.</summary>
/// <param name="Rule">The kind of problem.</param>
/// <param name="Severity">The severity in this manifest.</param>
/// <param name="File">Full path of the file: the manifest, or the image, caption or archive itself.</param>
/// <param name="Position">The place in the file.</param>
/// <param name="Message">One line; its control characters are escaped. Escape it further for where it goes (HTML, Markdown, log commands).</param>
public sealed record Diagnostic(Rule Rule, Severity Severity, string File, Position Position, string Message)
{
    /// <summary>The end of <see cref="Message"/>, where it says what to do with each of many files: it is said of the first of them.</summary>
    public string? Advice { get; init; }

    /// <summary><c>IDEO</c> and four digits.</summary>
    public string Code => Rule.Code;

    /// <summary>Whether the dataset must not be uploaded.</summary>
    public bool IsError => Severity == Severity.Error;

    /// <summary>
    /// The form that MSBuild, editors and GitHub's C# matcher read: <c>file(line,column): error IDEOnnnn: text</c>. Always one line: control characters
    /// in the file's name are escaped.
    /// </summary>
    public override string ToString() =>
        FormattableString.Invariant($"{MessageText.Escape(File)}({Position.Line},{Position.Column}): {(IsError ? "error" : "warning")} {Code}: {Message}");
}

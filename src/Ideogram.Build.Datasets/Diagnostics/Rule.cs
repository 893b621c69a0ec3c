namespace Ideogram.Build.Datasets.Diagnostics;

/// <summary>One kind of problem: its code, its usual severity and a title for lists.</summary>
/// <param name="Code"><c>IDEO</c> and four digits: 1xxx manifest, 2xxx image, 3xxx caption, 4xxx dataset, 5xxx Ideogram's API, 6xxx GitHub.</param>
/// <param name="Severity">The severity unless the manifest's <c>rules</c> say otherwise.</param>
/// <param name="Title">A few words, the heading in docs/diagnostics.md.</param>
public sealed record Rule(string Code, Severity Severity, string Title)
{
    /// <summary>The page that holds a paragraph per code.</summary>
    public const string HelpPage = "https://github.com/ideogram-build/ideogram-build/blob/main/docs/diagnostics.md";

    /// <summary>
    /// Whether a manifest's <c>rules</c> may change the severity. Warnings may always be raised or silenced; an error may be lowered only where its rule
    /// allows it: what guards the repository, or what Ideogram is known to refuse, stays an error.
    /// </summary>
    public bool IsAdjustable { get; init; } = Severity == Severity.Warning;

    /// <summary>Where the code is explained: what it means, why it matters, how to fix it.</summary>
    public string HelpLink => $"{HelpPage}#{Code.ToLowerInvariant()}";

    /// <summary>A problem of this kind at a place in a file.</summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="position">The place in it.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public Diagnostic At(string file, Position position, string message) => new(this, Severity, file, position, message);

    /// <summary>A problem of this kind that many files can have.</summary>
    /// <param name="file">Full path of the file.</param>
    /// <param name="position">The place in it.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="advice">What to do.</param>
    public Diagnostic At(string file, Position position, string message, string advice) =>
        At(file, position, $"{message} {advice}") with { Advice = advice };
}

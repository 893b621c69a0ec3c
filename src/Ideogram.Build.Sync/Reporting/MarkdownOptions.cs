namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a caller decides about a report in Markdown.</summary>
public sealed record MarkdownOptions
{
    /// <summary>The most bytes of UTF-8. GitHub takes 65,536 characters in a comment; the caller's marker and footer need room too.</summary>
    public int MaxBytes { get; init; } = 60_000;

    /// <summary>The most thumbnails, all datasets together; a comment with hundreds of pictures helps nobody.</summary>
    public int MaxThumbnails { get; init; } = 120;

    /// <summary>The run that made the report, if it has a page.</summary>
    public Uri? Run { get; init; }

    /// <summary>Sentences of the caller's below the headline. They may quote hostile text: they are escaped here.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

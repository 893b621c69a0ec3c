namespace Ideogram.Build.Sync.Reporting;

/// <summary>What a caller decides about a report in Markdown.</summary>
public sealed record MarkdownOptions
{
    /// <summary>The most bytes of UTF-8. GitHub accepts 65,536 characters in a comment; the caller's marker and footer need space too.</summary>
    public int MaxBytes { get; init; } = 60_000;

    /// <summary>The most thumbnails, all datasets together; hundreds of pictures in a comment are no help.</summary>
    public int MaxThumbnails { get; init; } = 120;

    /// <summary>The most problems of a dataset that are named; the others are counted.</summary>
    public int MaxProblems { get; init; } = 20;

    /// <summary>The run that made the report, if it has a page.</summary>
    public Uri? Run { get; init; }

    /// <summary>The commits that it is about, and how an upload compares with its review; null if that is not known.</summary>
    public PlanReview? Review { get; init; }

    /// <summary>Sentences of the caller below the headline. They may quote untrusted text: they are escaped here.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

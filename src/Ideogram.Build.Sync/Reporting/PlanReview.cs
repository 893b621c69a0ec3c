namespace Ideogram.Build.Sync.Reporting;

/// <summary>The commit that a comment is about, and how an upload compares with the plan that was reviewed.</summary>
/// <param name="Commit">The commit.</param>
public sealed record PlanReview(ReviewedCommit Commit)
{
    /// <summary>For a plan: the commit that it is compared with, if one is known.</summary>
    public ReviewedCommit? ComparedWith { get; init; }

    /// <summary>For an upload: how it compares with the reviewed plan; null for a plan.</summary>
    public ReviewVerdict? Verdict { get; init; }

    /// <summary>The commits whose plans were reviewed.</summary>
    public IReadOnlyList<ReviewedCommit> Reviewed { get; init; } = [];

    /// <summary>What differs from the reviewed plan.</summary>
    public IReadOnlyList<PlanDifference> Differences { get; init; } = [];

    /// <summary>What differs because other merges, which were reviewed themselves, came first.</summary>
    public int Moved { get; init; }

    /// <summary>Why nothing can be compared, or what follows from it, in a sentence.</summary>
    public string? Note { get; init; }

    /// <summary>Whether everything that an upload does was reviewed.</summary>
    public bool IsReviewed => Verdict is ReviewVerdict.Exact or ReviewVerdict.Moved;
}

/// <summary>A commit with its page.</summary>
/// <param name="Sha">Its hash.</param>
/// <param name="Page">Its page; null for none.</param>
public sealed record ReviewedCommit(string Sha, Uri? Page);

/// <summary>How an upload compares with the plan that was reviewed.</summary>
public enum ReviewVerdict
{
    /// <summary>There is no reviewed plan, or it cannot be read.</summary>
    None,

    /// <summary>It is the reviewed plan to the last byte.</summary>
    Exact,

    /// <summary>It is the reviewed plan, and what other merges brought before it.</summary>
    Moved,

    /// <summary>Something differs that nobody was shown.</summary>
    Different,
}

/// <summary>Something that differs from the reviewed plan.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">What it is about: an image's path, or the manifest's. Untrusted text: escape it.</param>
public sealed record PlanDifference(DifferenceKind Kind, string Subject)
{
    /// <summary>The picture that was reviewed.</summary>
    public Uri? Before { get; init; }

    /// <summary>The picture that it is now.</summary>
    public Uri? After { get; init; }
}

/// <summary>What can differ from a reviewed plan, the most important first.</summary>
public enum DifferenceKind
{
    /// <summary>The dataset's name or id.</summary>
    Target,

    /// <summary>The settings of the training.</summary>
    Training,

    /// <summary>The manifest's policies.</summary>
    Policies,

    /// <summary>A manifest that cannot be compared.</summary>
    Manifest,

    /// <summary>A table of captions that cannot be compared row by row.</summary>
    Table,

    /// <summary>An image that was not in the reviewed plan.</summary>
    ImageAdded,

    /// <summary>An image whose bytes are others.</summary>
    ImageChanged,

    /// <summary>An image that only the reviewed plan has.</summary>
    ImageRemoved,

    /// <summary>An image's caption.</summary>
    Caption,
}

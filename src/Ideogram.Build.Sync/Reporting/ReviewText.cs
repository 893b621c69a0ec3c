namespace Ideogram.Build.Sync.Reporting;

/// <summary>A review in words.</summary>
public static class ReviewText
{
    /// <summary>The differences in a few words: "2 images added, 1 caption changed".</summary>
    /// <param name="review">The review.</param>
    public static string Counts(PlanReview review) => MarkdownReview.Counts(review.Differences);
}

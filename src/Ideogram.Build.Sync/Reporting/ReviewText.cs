namespace Ideogram.Build.Sync.Reporting;

/// <summary>A review in words.</summary>
public static class ReviewText
{
    /// <summary>The end of a sentence that says that a plan is not the reviewed one: ": 2 images added, 1 caption changed.", or that what differs cannot be
    /// named.</summary>
    /// <param name="review">The review.</param>
    public static string Difference(PlanReview review) =>
        review.Differences.Count > 0 ? $": {MarkdownReview.Counts(review.Differences)}." : $". {review.Note}".TrimEnd();
}

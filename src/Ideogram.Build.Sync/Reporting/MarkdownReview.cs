using System.Globalization;
using System.Text;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The first lines of a comment: which commit it is for, and whether what was uploaded is what was reviewed.</summary>
internal static class MarkdownReview
{
    private const int MaxDifferences = 30;
    private const int ShaLength = 7;
    private const int ThumbnailWidth = 96;

    public static void Append(PlanReview review, StringBuilder text)
    {
        text.Append("<p>For ").Append(Link(review.Commit));
        if (review.ComparedWith is { } other) text.Append(", compared with ").Append(Link(other));
        if (review.Verdict is { } verdict) text.Append(": ").Append(Verdict(verdict)).Append(Reviewed(review)).Append(Moved(review));
        if (review is { Verdict: ReviewVerdict.Different, Differences.Count: > 0 })
            text.Append(": <b>").Append(Html.Sentence(Counts(review.Differences))).Append("</b>");
        text.Append(".</p>\n\n");
        if (review.Note is { } note) text.Append("<p>").Append(Html.Sentence(note)).Append("</p>\n\n");
        Table(review.Differences, text);
    }

    /// <summary>The differences in a few words: "2 images added, 1 caption changed".</summary>
    public static string Counts(IEnumerable<PlanDifference> differences) =>
        string.Join(", ", differences.GroupBy(d => d.Kind).OrderBy(g => g.Key).Select(g => Count(g.Key, g.Count())));

    private static string Verdict(ReviewVerdict verdict) => verdict switch
    {
        ReviewVerdict.Exact => "<b>exactly the reviewed plan</b>",
        ReviewVerdict.Moved => "<b>the reviewed plan</b>",
        ReviewVerdict.Different => "⚠️ <b>not the reviewed plan</b>",
        _ => "<b>no reviewed plan to compare with</b>",
    };

    private static string Reviewed(PlanReview review) => review.Reviewed.Count == 0 ? "" : " of " + string.Join(" and ", review.Reviewed.Select(Link));

    private static string Moved(PlanReview review) => review.Moved == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
        $", after other merges that changed {ReportText.Count(review.Moved, "thing")} since the review");

    private static string Count(DifferenceKind kind, int count) => kind switch
    {
        DifferenceKind.Target => Some(count, "the target", "targets"),
        DifferenceKind.Training => Some(count, "the training", "trainings"),
        DifferenceKind.Policies => Some(count, "the policies", "policies"),
        DifferenceKind.Manifest => ReportText.Count(count, "manifest"),
        DifferenceKind.Table => ReportText.Count(count, "table") + " of captions changed",
        DifferenceKind.ImageAdded => ReportText.Count(count, "image") + " added",
        DifferenceKind.ImageChanged => ReportText.Count(count, "image") + " changed",
        DifferenceKind.ImageRemoved => ReportText.Count(count, "image") + " removed",
        _ => ReportText.Count(count, "caption") + " changed",
    };

    private static string Some(int count, string one, string many) => count == 1 ? one : string.Create(CultureInfo.InvariantCulture, $"{count} {many}");

    private static void Table(IReadOnlyList<PlanDifference> differences, StringBuilder text)
    {
        if (differences.Count == 0) return;
        text.Append("<table>\n");
        foreach (var difference in differences.OrderBy(d => d.Kind).Take(MaxDifferences))
        {
            text.Append(CultureInfo.InvariantCulture, $"<tr><td width=\"{2 * (ThumbnailWidth + 28)}\">")
                .AppendJoin(" → ", new[] { difference.Before, difference.After }.OfType<Uri>().Select(Picture))
                .Append("</td><td><b>").Append(Name(difference.Kind)).Append("</b><br>").Append(Html.Code(difference.Subject)).Append("</td></tr>\n");
        }

        text.Append("</table>\n\n");
        if (differences.Count > MaxDifferences)
            text.Append("<p>And ").Append(ReportText.Count(differences.Count - MaxDifferences, "more difference")).Append(".</p>\n\n");
    }

    private static string Name(DifferenceKind kind) => kind switch
    {
        DifferenceKind.Target => "another target",
        DifferenceKind.Training => "another training",
        DifferenceKind.Policies => "other policies",
        DifferenceKind.Manifest => "cannot be compared",
        DifferenceKind.Table => "another table of captions",
        DifferenceKind.ImageAdded => "image added",
        DifferenceKind.ImageChanged => "image changed",
        DifferenceKind.ImageRemoved => "image removed",
        _ => "caption changed",
    };

    private static string Picture(Uri address) =>
        string.Create(CultureInfo.InvariantCulture, $"<img src=\"{Html.Attribute(address)}\" width=\"{ThumbnailWidth}\" alt=\"\">");

    private static string Link(ReviewedCommit commit)
    {
        var sha = Html.Code(commit.Sha.Length > ShaLength ? commit.Sha[..ShaLength] : commit.Sha);
        return commit.Page is { } page ? $"<a href=\"{Html.Attribute(page)}\">{sha}</a>" : sha;
    }
}

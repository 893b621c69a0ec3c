using System.Text.Json.Serialization;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>How many images have each outcome.</summary>
/// <param name="Planned">An upload would send them, or their caption.</param>
/// <param name="Unchanged">There before, nothing to send.</param>
/// <param name="Uploaded">Sent in this run and seen in the dataset afterwards.</param>
/// <param name="CaptionSent">There before; their caption was sent in this run and seen afterwards.</param>
/// <param name="Failed">Refused by Ideogram, or not sendable; after an upload also the images that cannot be used at all.</param>
/// <param name="Unconfirmed">Sent, but the dataset did not show it.</param>
/// <param name="NotSent">Not sent, because the run stopped before it.</param>
public sealed record ReportedTotals(int Planned, int Unchanged, int Uploaded, int CaptionSent, int Failed, int Unconfirmed, int NotSent)
{
    /// <summary>Images that are not where the manifests want them: broken, refused, unconfirmed or not sent.</summary>
    [JsonIgnore]
    public int Failures => Failed + Unconfirmed + NotSent;

    /// <summary>How many images have an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    public int Count(Outcome outcome) => outcome switch
    {
        Outcome.Planned => Planned,
        Outcome.Unchanged => Unchanged,
        Outcome.Uploaded => Uploaded,
        Outcome.CaptionSent => CaptionSent,
        Outcome.Failed => Failed,
        Outcome.Unconfirmed => Unconfirmed,
        Outcome.NotSent => NotSent,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The one place where outcomes are counted.</summary>
    /// <param name="kind">What the run was for: only an upload has to bring images anywhere.</param>
    /// <param name="assets">What the manifest names.</param>
    /// <param name="images">What became of each sound image; none where there are more than a dataset holds.</param>
    internal static ReportedTotals From(RunKind kind, ReportedAssets assets, IReadOnlyList<ReportedImage> images)
    {
        var (broken, unlisted) = kind == RunKind.Upload ? (assets.Broken, images.Count == 0 ? assets.Images : 0) : (0, 0);
        return new(Of(Outcome.Planned), Of(Outcome.Unchanged), Of(Outcome.Uploaded), Of(Outcome.CaptionSent), Of(Outcome.Failed) + broken,
            Of(Outcome.Unconfirmed), Of(Outcome.NotSent) + unlisted);

        int Of(Outcome outcome) => images.Count(i => i.Outcome == outcome);
    }

    internal static ReportedTotals Sum(IEnumerable<ReportedTotals> all) => all.Aggregate(new ReportedTotals(0, 0, 0, 0, 0, 0, 0), (sum, t) => new(
        sum.Planned + t.Planned, sum.Unchanged + t.Unchanged, sum.Uploaded + t.Uploaded, sum.CaptionSent + t.CaptionSent, sum.Failed + t.Failed,
        sum.Unconfirmed + t.Unconfirmed, sum.NotSent + t.NotSent));
}

using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>Turns what became of each image into the results of a report.</summary>
internal static class UploadResults
{
    public static IReadOnlyList<ImageResult> Create(DatasetPlan plan, IReadOnlyList<PendingImage> pending)
    {
        var byImage = pending.ToDictionary(p => p.Image);
        return [.. plan.Images.Select(i => byImage.TryGetValue(i, out var sent) ? ResultOf(sent) : new ImageResult(i, Outcome.Unchanged))];
    }

    /// <summary>A problem per image that is not where it belongs, at the image.</summary>
    public static IEnumerable<Diagnostic> Problems(IReadOnlyList<ImageResult> images)
    {
        foreach (var image in images.Where(i => i.Outcome is Outcome.Failed or Outcome.Unconfirmed))
        {
            var asset = image.Image.Asset;
            var entry = asset.Entry is null ? "" : $"{MessageText.Quote(asset.RelativePath)}: ";
            var (rule, text) = Describe(image);
            yield return rule.At(asset.File, Position.Start, $"{entry}{text}. {image.Advice}");
        }
    }

    private static (Rule Rule, string Text) Describe(ImageResult image)
    {
        if (image.Outcome == Outcome.Unconfirmed)
            return (UploadRules.Unconfirmed, $"It was sent as {MessageText.Quote(image.Image.RemoteName)}, but the dataset does not show "
                + $"{(image.Image.Change == Change.New ? "it" : "the caption")}");
        // A file that could not be sent carries this tool's own code instead of a reason of Ideogram's.
        var own = FaultTable.Rows.FirstOrDefault(row => row.Rule.Code == image.Reason);
        return own is null
            ? (FailureReason.Parse(image.Reason ?? "").Rule, $"Ideogram refused it: {image.Reason}")
            : (own.Rule, "It could not be sent");
    }

    private static ImageResult ResultOf(PendingImage pending)
    {
        var outcome = pending.State switch
        {
            PendingState.Seen => Outcome.Uploaded,
            PendingState.Refused => Outcome.Failed,
            PendingState.Waiting => Outcome.NotSent,
            _ => Outcome.Unconfirmed,
        };
        return new ImageResult(pending.Image, outcome)
        {
            Reason = outcome is Outcome.Failed or Outcome.Unconfirmed ? pending.Reason : null,
            Advice = outcome switch
            {
                Outcome.Failed => pending.Advice,
                Outcome.Unconfirmed => "Run again: if it is there by then, it is not sent twice.",
                Outcome.NotSent => "Run again: what is there is not sent twice.",
                _ => null,
            },
            Attempts = pending.Attempts,
            BytesSent = pending.BytesSent,
            Elapsed = pending.Elapsed,
        };
    }
}

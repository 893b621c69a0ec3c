using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Sync.Uploading;

/// <summary>Turns the state of each image into a result of the report.</summary>
internal static class UploadResults
{
    public static IReadOnlyList<ImageResult> Create(DatasetPlan plan, IReadOnlyList<PendingImage> pending)
    {
        var byImage = pending.ToDictionary(p => p.Image);
        return [.. plan.Images.Select(i => byImage.TryGetValue(i, out var sent) ? ResultOf(sent) : new ImageResult(i, Outcome.Unchanged))];
    }

    /// <summary>One problem for each image that is not in the dataset, at the image.</summary>
    public static IEnumerable<Diagnostic> Problems(IReadOnlyList<ImageResult> images)
    {
        foreach (var image in images.Where(i => i.Outcome is Outcome.Failed or Outcome.Unconfirmed))
        {
            var asset = image.Image.Asset;
            var entry = asset.Entry is null ? "" : $"{MessageText.Quote(asset.RelativePath)}: ";
            yield return image.Failure!.Rule.At(asset.File, Position.Start, $"{entry}{Describe(image)}. {image.Failure.Advice}");
        }
    }

    private static string Describe(ImageResult image) => image.Outcome == Outcome.Failed
        ? $"Upload failed: {image.Failure!.Reason}"
        : $"It was sent as {MessageText.Quote(image.Image.RemoteName)}, but {Unconfirmed(image)}";

    private static string Unconfirmed(ImageResult image) => (image.IsLookedFor, image.Image.Change) switch
    {
        (false, _) => "the dataset could not be read afterwards: it may be there or not",
        (_, Change.New) => "the dataset does not show it",
        _ => "the dataset does not show the caption",
    };

    private static ImageResult ResultOf(PendingImage pending)
    {
        var outcome = pending.State switch
        {
            PendingState.Seen => pending.Image.Change == Change.New ? Outcome.Uploaded : Outcome.CaptionSent,
            PendingState.Refused => Outcome.Failed,
            PendingState.Waiting => Outcome.NotSent,
            _ => Outcome.Unconfirmed,
        };
        return new ImageResult(pending.Image, outcome)
        {
            Failure = outcome switch
            {
                Outcome.Failed => pending.Failure,
                Outcome.Unconfirmed => new Failure(
                    UploadRules.Unconfirmed,
                    pending.Failure?.Reason ?? (pending.IsLookedFor ? "the dataset does not show it" : "the dataset could not be read afterwards"),
                    "Run again: if the dataset shows it by then, it is not sent twice."),
                _ => null,
            },
            IsLookedFor = pending.IsLookedFor,
            Advice = outcome == Outcome.NotSent ? "Run again: nothing is sent twice." : null,
            Attempts = pending.Attempts,
            BytesSent = pending.BytesSent,
            Elapsed = pending.Elapsed,
        };
    }
}

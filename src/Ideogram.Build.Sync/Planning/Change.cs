namespace Ideogram.Build.Sync.Planning;

/// <summary>What an upload would do with an image of the manifest.</summary>
public enum Change
{
    /// <summary>The dataset does not hold it: it would be sent.</summary>
    New,

    /// <summary>The dataset holds it, caption included: nothing to send.</summary>
    Unchanged,

    /// <summary>The dataset holds the same bytes under another name: nothing to send.</summary>
    Renamed,

    /// <summary>The dataset holds the image without the caption that the manifest has: the caption would be sent alone.</summary>
    CaptionMissing,

    /// <summary>The dataset holds the image with another caption.</summary>
    CaptionChanged,

    /// <summary>The dataset shows a caption for an image that no longer has one in the manifest. No request can remove it.</summary>
    CaptionRemoved,
}

/// <summary>What changes mean, for every face the same.</summary>
public static class Changes
{
    /// <summary>Whether an upload would send anything.</summary>
    /// <param name="change">The change.</param>
    public static bool IsSent(this Change change) => change is Change.New or Change.CaptionMissing or Change.CaptionChanged;

    /// <summary>Whether the image, with or without its caption, is not there as the manifest says.</summary>
    /// <param name="change">The change.</param>
    public static bool IsDifference(this Change change) => change is not (Change.Unchanged or Change.Renamed);
}

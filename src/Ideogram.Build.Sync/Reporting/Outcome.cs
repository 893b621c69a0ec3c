namespace Ideogram.Build.Sync.Reporting;

/// <summary>The outcome of an image of the manifest in a run.</summary>
public enum Outcome
{
    /// <summary>Planned only; nothing was sent in this run.</summary>
    Planned,

    /// <summary>It was in the dataset before the run; nothing was sent.</summary>
    Unchanged,

    /// <summary>Sent in this run, and seen in the dataset afterwards.</summary>
    Uploaded,

    /// <summary>The image was there before; its caption was sent in this run, and seen afterwards.</summary>
    CaptionSent,

    /// <summary>Refused by Ideogram, or not sendable.</summary>
    Failed,

    /// <summary>Sent, but the dataset did not show it: unknown.</summary>
    Unconfirmed,

    /// <summary>Not sent, because the run stopped before it.</summary>
    NotSent,
}

/// <summary>What outcomes mean, for every face the same.</summary>
public static class Outcomes
{
    /// <summary>Whether the image is where the manifest wants it, or can be brought there.</summary>
    /// <param name="outcome">The outcome.</param>
    public static bool IsSuccess(this Outcome outcome) => outcome is Outcome.Planned or Outcome.Unchanged or Outcome.Uploaded or Outcome.CaptionSent;
}

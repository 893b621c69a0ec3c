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

    /// <summary>Refused by Ideogram, or not sendable.</summary>
    Failed,

    /// <summary>Sent, but the dataset did not show it: unknown.</summary>
    Unconfirmed,

    /// <summary>Not sent, because the run stopped before it.</summary>
    NotSent,
}

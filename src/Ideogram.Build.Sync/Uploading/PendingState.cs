namespace Ideogram.Build.Sync.Uploading;

/// <summary>Where an image is on its way.</summary>
internal enum PendingState
{
    /// <summary>To be sent.</summary>
    Waiting,

    /// <summary>Ideogram said it arrived; the dataset has yet to show it.</summary>
    Claimed,

    /// <summary>The answer was lost: it may have arrived.</summary>
    Lost,

    /// <summary>The answer named it in neither list.</summary>
    Unmentioned,

    /// <summary>Ideogram answered INTERNAL_ERROR: it may be sent again once the dataset was read.</summary>
    Internal,

    /// <summary>The dataset shows it.</summary>
    Seen,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Sent, but not shown: unknown.</summary>
    Unknown,
}

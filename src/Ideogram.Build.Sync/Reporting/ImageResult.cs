using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>The result of one image.</summary>
/// <param name="Image">The image and what was planned for it.</param>
/// <param name="Outcome">Its outcome.</param>
public sealed record ImageResult(PlannedImage Image, Outcome Outcome)
{
    /// <summary>The result of a run that sends nothing: what an upload would send is planned, all else is there.</summary>
    /// <param name="image">The image.</param>
    public static ImageResult Planned(PlannedImage image) => new(image, image.IsSent ? Outcome.Planned : Outcome.Unchanged);

    /// <summary>Why it failed, or is unconfirmed; null for all others.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Whether the dataset was read after it was sent; otherwise it is unknown whether it arrived.</summary>
    public bool IsLookedFor { get; init; } = true;

    /// <summary>What to do about an image that has no <see cref="Failure"/> and was not sent.</summary>
    public string? Advice { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Bytes of image and caption that were sent, all attempts together.</summary>
    public long BytesSent { get; init; }

    /// <summary>Time of the requests that sent it, in all attempts together.</summary>
    public TimeSpan Elapsed { get; init; }
}

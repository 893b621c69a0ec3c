using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>What became of one image.</summary>
/// <param name="Image">The image and what was planned for it.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record ImageResult(PlannedImage Image, Outcome Outcome)
{
    /// <summary>Ideogram's reason for a failure, as it came (such as <c>FAILED_SAFETY_CHECK</c>), or this tool's code. Hostile text: escape it.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Advice { get; init; }

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; init; }

    /// <summary>Bytes of image and caption that were sent, all attempts together.</summary>
    public long BytesSent { get; init; }

    /// <summary>Time of the requests that carried it, all attempts together.</summary>
    public TimeSpan Elapsed { get; init; }
}

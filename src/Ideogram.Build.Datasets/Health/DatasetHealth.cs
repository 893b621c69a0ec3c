namespace Ideogram.Build.Datasets.Health;

/// <summary>What a look at a dataset as a whole found, beside its diagnostics.</summary>
public sealed record DatasetHealth
{
    /// <summary>Pairs of images that are nearly the same.</summary>
    public required IReadOnlyList<NearDuplicate> NearDuplicates { get; init; }

    /// <summary>How many images no picture could be made of, so that they were not compared: WebP, and PNG of more pixels than a photograph has.</summary>
    public required int NotCompared { get; init; }
}

/// <summary>Two images that are nearly the same.</summary>
/// <param name="First">The path of one, relative to the manifest.</param>
/// <param name="Second">The path of the other.</param>
public sealed record NearDuplicate(string First, string Second);

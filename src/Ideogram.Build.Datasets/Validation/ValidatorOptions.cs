namespace Ideogram.Build.Datasets.Validation;

/// <summary>What a caller decides about validation.</summary>
public sealed record ValidatorOptions
{
    /// <summary>How many images are inspected at once; by default one per processor.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Full path of the folder that remembers inspected images; null to inspect each one every time.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether to ask git, if it is there, which files it does not hold: a build elsewhere would not see them.</summary>
    public bool CheckGit { get; init; }
}

namespace Ideogram.Build.Datasets.Validation;

/// <summary>What a caller decides about validation.</summary>
public sealed record ValidatorOptions
{
    /// <summary>How many images are inspected at once; by default one per processor.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Full path of the folder that remembers inspected images; null to inspect each one every time.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Whether to query git, if it is installed, for files that are not in it: another machine would not have them.</summary>
    public bool CheckGit { get; init; }
}

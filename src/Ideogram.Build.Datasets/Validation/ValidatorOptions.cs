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

    /// <summary>Whether to ask git, if it is there, which files this checkout lacks: without them it would be another dataset.</summary>
    public bool CheckCheckout { get; init; }

    /// <summary>What the commit holds that is checked out: what the checkout lacks of it is an error. Null if that is not asked.</summary>
    public CommitListing? Commit { get; init; }

    /// <summary>Whether to look also for what is correct and would spoil a training. Then each image is decoded as far as that needs.</summary>
    public bool CheckHealth { get; init; }

    /// <summary>Full paths of the manifests that <see cref="CheckHealth"/> is for; null for all.</summary>
    public IReadOnlyCollection<string>? CheckHealthOnlyOf { get; init; }

    internal bool ChecksHealthOf(string manifest) => CheckHealth && CheckHealthOnlyOf?.Contains(manifest) != false;
}

using Ideogram.Build.Datasets.Assets.Globs;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>What all manifests of one run may cost together, so that no pull request keeps a machine busy. A step is about as much as comparing one
/// character.</summary>
internal sealed class RunBudget
{
    /// <summary>A few seconds. A thousand globs over six thousand files take a third of it.</summary>
    public const long MaxSteps = 600_000_000;

    /// <summary>What the hints of one manifest may take.</summary>
    public const long MaxManifestHints = 50_000_000;

    /// <summary>What the globs of one manifest may take: one that is too much work does not use up what the others need.</summary>
    public long ManifestSteps { get; init; } = MaxSteps / 2;

    /// <summary>For comparing pictures, in pairs: those of eighty full datasets, which take half a minute.</summary>
    public WorkBudget Pairs { get; init; } = new(400_000);

    /// <summary>For matching globs.</summary>
    public WorkBudget Globs { get; init; } = new(MaxSteps);

    /// <summary>For suggestions: above it there are none.</summary>
    public WorkBudget Hints { get; init; } = new(200_000_000);
}

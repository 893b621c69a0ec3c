using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Health;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>A manifest with everything it names, collected, inspected and checked.</summary>
public sealed record Dataset
{
    /// <summary>Full path of the manifest.</summary>
    public required string ManifestPath { get; init; }

    /// <summary>The manifest; null if it could not be read, and then <see cref="Diagnostics"/> says why.</summary>
    public required Manifest? Manifest { get; init; }

    /// <summary>The usable images, sorted by <see cref="Asset.RelativePath"/> (ordinal).</summary>
    public required IReadOnlyList<Asset> Assets { get; init; }

    /// <summary>How many images it names besides that cannot be used; <see cref="Diagnostics"/> says why. An archive that cannot be read counts as
    /// one.</summary>
    public int Broken { get; init; }

    /// <summary>All problems, in the order of file, line and column.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>What a look at the whole found; null if nobody asked, or nothing could be looked at.</summary>
    public DatasetHealth? Health { get; init; }

    /// <summary>Full paths of every file that the result depends on: manifest, images, sidecars, archives.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Full path of the folder that no path may leave: the git work tree's top, or the manifest's folder where there is none.</summary>
    public required string Root { get; init; }

    /// <summary>Whether it can be uploaded.</summary>
    public bool IsValid => Manifest is not null && !Diagnostics.Any(d => d.IsError);
}

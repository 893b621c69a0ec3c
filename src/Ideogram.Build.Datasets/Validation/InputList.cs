namespace Ideogram.Build.Datasets.Validation;

/// <summary>What the result of validating one manifest depends on.</summary>
/// <param name="Files">Full paths of the manifest, of the images and archives that it comes down to, and of the caption files, sorted (ordinal).</param>
/// <param name="Folders">Full paths of the folders that were searched: a name that appears or disappears there can change the files. Sorted (ordinal).</param>
public sealed record InputList(IReadOnlyList<string> Files, IReadOnlyList<string> Folders)
{
    /// <summary>Full paths of files that are not read, but change the result when they appear or disappear: captions without an image, images that share a
    /// caption. Sorted (ordinal).</summary>
    public IReadOnlyList<string> Bystanders { get; init; } = [];

    /// <summary>Whether something is wrong before any file is opened; a validation says what.</summary>
    public bool HasErrors { get; init; }
}

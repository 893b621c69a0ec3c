namespace Ideogram.Build.Datasets.Validation;

/// <summary>What the result of a validation depends on.</summary>
/// <param name="Files">Full paths of the manifests, of the images and archives that they come down to, and of the caption files, sorted (ordinal).</param>
/// <param name="Folders">Full paths of the folders that were searched: a name that comes or goes there may change the files. Sorted (ordinal).</param>
/// <param name="HasErrors">Whether something is wrong already, before any file is opened; a validation says what.</param>
public sealed record InputList(IReadOnlyList<string> Files, IReadOnlyList<string> Folders, bool HasErrors);

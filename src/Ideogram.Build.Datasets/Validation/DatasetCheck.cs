using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Checks a dataset as a whole.</summary>
internal sealed class DatasetCheck(Manifest manifest, List<Diagnostic> diagnostics)
{
    public const int MostImages = 100;

    public const int FewestForTraining = 15;

    public void Check(int images)
    {
        if (images > MostImages)
            Report(DatasetRules.TooManyImages, FormattableString.Invariant($"'images' comes to {images:N0} images, but a dataset at Ideogram holds at most {MostImages}. Narrow the globs, exclude with '!', or split the manifest."));
        if (images == 0 && !diagnostics.Any(d => d.IsError))
            Report(DatasetRules.NoImages, "Everything that 'images' names is excluded again. Order counts: '!' takes away what earlier lines matched.");
        if (manifest.Training is not null && images is > 0 and < FewestForTraining)
            Report(DatasetRules.TooFewForTraining, FormattableString.Invariant($"'images' comes to {images:N0} images, but a training wants {FewestForTraining} to {MostImages}. Add images or remove 'training'."));
    }

    private void Report(Rule rule, string message) => diagnostics.Add(rule.At(manifest.Path, manifest.ImagesPosition, message));
}

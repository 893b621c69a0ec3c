using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Checks a dataset as a whole.</summary>
internal sealed class DatasetCheck(Manifest manifest, List<Diagnostic> diagnostics)
{
    public void Check(int images, IReadOnlyList<Asset> assets)
    {
        if (images > IdeogramLimits.MaxImages)
            Report(DatasetRules.TooManyImages, FormattableString.Invariant($"'images' names {images:N0} images, but a dataset at Ideogram holds at most ")
                + FormattableString.Invariant($"{IdeogramLimits.MaxImages}. Narrow the globs, exclude with '!', or split the manifest."));
        if (images == 0 && !diagnostics.Any(d => d.IsError))
            Report(DatasetRules.NoImages, "Later lines of 'images' exclude everything that earlier lines name. "
                + "The order matters: '!' removes what earlier lines matched.");
        if (manifest.Training is not null && images is > 0 and < IdeogramLimits.MinTrainingImages)
            Report(DatasetRules.TooFewForTraining, FormattableString.Invariant($"'images' names {images:N0} images, but a training requires ")
                + FormattableString.Invariant($"{IdeogramLimits.MinTrainingImages} to {IdeogramLimits.MaxImages}. Add images or remove 'training'."));

        var bytes = assets.Sum(a => a.Image.Bytes);
        if (bytes > manifest.Limits.TotalSize)
            Report(DatasetRules.TotalSize, $"The images of 'images' have {ByteSize.Format(bytes)}, more than the {ByteSize.Format(manifest.Limits.TotalSize)} "
                + "of 'limits: total-size'. Save the images smaller, or raise the limit.");
        if (manifest is { Training: { Base: BaseModel.IdeogramV3 } training } && assets.Where(a => a.Caption?.Kind == CaptionKind.Structured)
            .ToList() is { Count: > 0 } structured)
            diagnostics.Add(DatasetRules.StructuredCaptionsForV3.At(manifest.Path, training.Position,
                FormattableString.Invariant($"'base: ideogram-v3' does not read structured captions, but {MessageText.Quote(structured[0].RelativePath)} ")
                + FormattableString.Invariant($"has one ({structured.Count} in all). Write .txt captions or train ideogram-v4.")));
        foreach (var same in assets.GroupBy(a => NameForm.Loose.Of(a.RelativePath), StringComparer.Ordinal).Where(g => g.Count() > 1))
            diagnostics.Add(DatasetRules.NameCollision.At(same.First().File, Position.Start,
                $"{string.Join(" and ", same.Select(a => MessageText.Quote(a.RelativePath)))} {Collision([.. same.Select(a => a.RelativePath)])}. "
                    + "Rename one."));
    }

    private static string Collision(IReadOnlyList<string> paths) =>
        paths.Select(NameForm.LowerCase.Of).Distinct(StringComparer.Ordinal).Count() < paths.Count
        ? "differ only in case: Windows and macOS can hold only one of them"
        : "look alike: the accents are written in two ways. macOS can hold only one of them";

    private void Report(Rule rule, string message) => diagnostics.Add(rule.At(manifest.Path, manifest.ImagesPosition, message));
}

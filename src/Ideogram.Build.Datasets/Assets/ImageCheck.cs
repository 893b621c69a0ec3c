using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Turns the result of the inspection into diagnostics and compares a valid image with its name and the manifest's limits.</summary>
internal sealed class ImageCheck(Limits limits)
{
    /// <summary>The image, if it can be used.</summary>
    /// <param name="inspection">What inspection found.</param>
    /// <param name="fileName">The file's name, for the extension.</param>
    /// <param name="quotedPath">Its path for messages.</param>
    /// <param name="file">The file that diagnostics point to.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public ImageInfo? Check(ImageInspection inspection, string fileName, string quotedPath, string file, List<Diagnostic> diagnostics)
    {
        foreach (var fault in inspection.Faults)
            Report(ImageRules.For(fault.Kind), $"{quotedPath}: {fault.Text}", fault.Advice);
        if (inspection.Image is not { } image)
            return null;

        var format = ImageFormats.Row(image.Format);
        if (!format.HasExtension(fileName))
            Report(
                ImageRules.Extension,
                $"{quotedPath} has the content of a {format.Name}, but another extension.",
                $"It is sent as a {format.Name}; rename it to {format.Extensions[0]}.");
        if (image.Width < limits.MinWidth || image.Height < limits.MinHeight)
        {
            Report(
                ImageRules.TooSmall,
                FormattableString.Invariant($"{quotedPath} has {image.Width} x {image.Height} pixels, but 'limits' requires at least ")
                    + FormattableString.Invariant($"{limits.MinWidth} x {limits.MinHeight}."),
                "Use a larger version, or lower the limit.");
        }

        if ((long)image.Width * image.Height > ImageRules.MaxPixels)
        {
            Report(
                ImageRules.TooManyPixels,
                FormattableString.Invariant($"{quotedPath} has {image.Width} x {image.Height} pixels."),
                FormattableString.Invariant($"Common decoders refuse more than {ImageRules.MaxPixels:N0}. Save it smaller."));
            return null;
        }

        if (image.IsAnimated)
        {
            Report(
                ImageRules.Animated,
                $"{quotedPath} is animated: it can show more than one picture, and a training uses only one of them.",
                "Export the picture that you mean as a separate image.");
        }

        return image;

        void Report(Rule rule, string message, string advice) => diagnostics.Add(rule.At(file, Position.Start, message, advice));
    }
}

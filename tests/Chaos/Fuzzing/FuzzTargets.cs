namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>Everything that is fuzzed; the inputs are dealt out in turn.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All() =>
    [
        new ImageTarget("jpeg", new JpegParts()),
        new ImageTarget("png", new PngParts()),
        new ImageTarget("webp", new WebPParts()),
        new ManifestTarget(),
        new CaptionTarget(),
        new ArchiveTarget(),
    ];
}

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>An image file that was looked into: what it is, unless something is wrong with it.</summary>
internal sealed record InspectedFile(AssetFile File, ImageInfo? Image, IReadOnlyList<Diagnostic> Diagnostics);

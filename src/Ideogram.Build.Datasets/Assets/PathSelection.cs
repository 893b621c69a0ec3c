using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>What becomes of paths that lines of a manifest match.</summary>
/// <param name="Taken">The paths that are taken, each with the line that names it.</param>
/// <param name="Excluded">The paths that a line takes away.</param>
internal sealed record PathSelection(IReadOnlyDictionary<string, ImageEntry> Taken, IReadOnlyCollection<string> Excluded);

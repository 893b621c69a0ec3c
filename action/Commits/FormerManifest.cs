using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Cli.Commits;

/// <summary>A manifest as it was in the base commit.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Captions">The captions of its table, by the images' paths from the repository's top.</param>
internal sealed record FormerManifest(Manifest Manifest, IReadOnlyDictionary<string, string> Captions);

using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Sync.Captioning;

/// <summary>What became of a <see cref="CaptionPlan"/>.</summary>
/// <param name="Written">Full paths of the caption files that were written, sorted.</param>
/// <param name="NotAsked">How many images were not sent, because the run stopped before.</param>
/// <param name="Problems">What went wrong.</param>
/// <param name="IsCancelled">Whether a person stopped it.</param>
public sealed record CaptionResult(IReadOnlyList<string> Written, int NotAsked, IReadOnlyList<Diagnostic> Problems, bool IsCancelled);

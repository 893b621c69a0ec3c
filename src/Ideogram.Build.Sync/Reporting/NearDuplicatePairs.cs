using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Sync.Reporting;

/// <summary>Near duplicates as a comment and a page show them: pairs with an image that changes first.</summary>
public static class NearDuplicatePairs
{
    /// <summary>The most pairs that are shown.</summary>
    public const int MaxShown = 5;

    private const string Before = "there before";

    /// <summary>The pairs that are shown, each as two images.</summary>
    /// <param name="kind">What the run was for.</param>
    /// <param name="dataset">The dataset.</param>
    public static IReadOnlyList<IReadOnlyList<PairedImage>> From(RunKind kind, ReportedDataset dataset)
    {
        var images = dataset.Images.ToLookup(i => i.Path, StringComparer.Ordinal);
        var isKnown = kind == RunKind.Plan && dataset.IsCompared;
        return
        [
            .. (dataset.Health?.NearDuplicates ?? []).Select(p => new[] { Image(p.First), Image(p.Second) })
                .OrderBy(p => p.All(i => i.State is null or Before)).Take(MaxShown),
        ];

        PairedImage Image(string path) => images[path].FirstOrDefault() is { } image
            ? new(path, image, isKnown ? State(image) : null)
            : new(path, null, null);
    }

    private static string State(ReportedImage image) => image switch
    {
        { Edit: true } => "edited",
        { Shown: Change.New } => "new",
        _ => Before,
    };
}

/// <summary>An image of a pair.</summary>
/// <param name="Path">Its path, relative to the manifest.</param>
/// <param name="Image">Its result; null if there is none under this path.</param>
/// <param name="State">Whether it is new, edited or was there before; null if that is unknown.</param>
public sealed record PairedImage(string Path, ReportedImage? Image, string? State);

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Cli.Commits;

/// <summary>Whether an image's caption differs from the base commit.</summary>
/// <param name="manifest">The manifest as it is; null if it cannot be read.</param>
/// <param name="former">The manifest as it was; null if there was none.</param>
/// <param name="entries">The lines that named its images.</param>
/// <param name="tree">The base commit's files.</param>
internal sealed class CaptionChange(
    Manifest? manifest, FormerManifest? former, IReadOnlyDictionary<string, ImageEntry> entries, IReadOnlyDictionary<string, GitFile> tree)
{
    /// <summary>Whether the manifest has no captions now, and had them, or the other way round.</summary>
    public bool IsSwitched => former is not null && manifest is not null && HasNone(former.Manifest) != HasNone(manifest);

    // A set's captions are in its name.
    private bool IsNamedByCaptions => manifest?.Update == UpdatePolicy.Revision;

    /// <summary>The change; null for none.</summary>
    /// <param name="asset">The image as it is.</param>
    /// <param name="formerPath">The path of its bytes in the base commit.</param>
    public Change? Of(Asset asset, string formerPath)
    {
        // Then the plan does not look at captions.
        if (HasNone(manifest) && !IsNamedByCaptions)
            return null;
        var words = Former(formerPath);
        var sidecar = Sidecar(formerPath);
        return asset.Caption switch
        {
            null => words is null && sidecar is null ? null : Change.CaptionRemoved,
            { } when words is null && sidecar is null => Change.CaptionMissing,
            { } caption => (words is null ? IsSame(caption, sidecar!) : IsSame(caption, words)) ? null : Change.CaptionChanged,
        };
    }

    /// <summary>The former words, where the manifest or its table held them; a sidecar's would cost a request for each image.</summary>
    public string? Former(string formerPath) => HasNone(former?.Manifest) ? null
        : (entries.GetValueOrDefault(formerPath)?.Caption ?? former?.Captions.GetValueOrDefault(formerPath))?.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n').Trim();

    /// <summary>The former sidecar, where it counted.</summary>
    public GitFile? Sidecar(string formerPath) => former is null || HasNone(former.Manifest) ? null
        : CaptionExtensions.All.Select(e => tree.GetValueOrDefault(Path.ChangeExtension(formerPath, e))).FirstOrDefault(f => f is not null);

    private static bool HasNone(Manifest? manifest) => manifest?.Captions == CaptionPolicy.None;

    private bool IsSame(Caption caption, string words) => IsNamedByCaptions ? caption.Text.Trim() == words : CaptionComparison.AreEqual(caption, words);

    // A caption can have moved from a sidecar to the manifest or its table.
    private bool IsSame(Caption caption, GitFile sidecar)
    {
        if (IsNamedByCaptions && (caption.Kind == CaptionKind.Structured) != sidecar.Path.EndsWith(CaptionExtensions.Structured, StringComparison.Ordinal))
            return false;
        return (CaptionExtensions.All.Contains(Path.GetExtension(caption.File), StringComparer.Ordinal)
                && GitHash.IsOfText(File.ReadAllBytes(caption.File), sidecar.Sha))
            || CaptionSpellings.Has(caption, sidecar, isExact: IsNamedByCaptions);
    }
}

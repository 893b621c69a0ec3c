using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Cli.Commits;

/// <summary>Whether an image's caption differs from the base commit.</summary>
/// <param name="former">The manifest as it was; null if there was none.</param>
/// <param name="entries">The lines that named its images.</param>
/// <param name="tree">The base commit's files.</param>
internal sealed class CaptionChange(FormerManifest? former, IReadOnlyDictionary<string, ImageEntry> entries, IReadOnlyDictionary<string, GitFile> tree)
{
    /// <summary>The change; null for none.</summary>
    /// <param name="asset">The image as it is.</param>
    /// <param name="formerPath">The path of its bytes in the base commit.</param>
    public Change? Of(Asset asset, string formerPath)
    {
        var words = Former(formerPath);
        var sidecar = Sidecar(formerPath);
        return asset.Caption switch
        {
            null => words is null && sidecar is null ? null : Change.CaptionChanged,
            { } when words is null && sidecar is null => Change.CaptionMissing,
            { } caption => (words is null ? IsSame(caption, sidecar!) : words == caption.Text) ? null : Change.CaptionChanged,
        };
    }

    /// <summary>The former words, where the manifest or its table held them; a sidecar's would cost a request for each image.</summary>
    public string? Former(string formerPath) => entries.GetValueOrDefault(formerPath)?.Caption ?? former?.Captions.GetValueOrDefault(formerPath);

    /// <summary>The former sidecar, where it counted.</summary>
    public GitFile? Sidecar(string formerPath) => former is null or { Manifest.Captions: CaptionPolicy.None } ? null
        : CaptionExtensions.All.Select(e => tree.GetValueOrDefault(Path.ChangeExtension(formerPath, e))).FirstOrDefault(f => f is not null);

    // A caption can have moved from a sidecar to the manifest or its table.
    private static bool IsSame(Caption caption, GitFile sidecar)
    {
        if (!CaptionExtensions.All.Contains(Path.GetExtension(caption.File), StringComparer.Ordinal))
            return new[] { caption.Text, caption.Text + "\n" }.Any(text => GitHash.Compute(Encoding.UTF8.GetBytes(text)) == sidecar.Sha);
        return GitHash.IsOfText(File.ReadAllBytes(caption.File), sidecar.Sha);
    }
}

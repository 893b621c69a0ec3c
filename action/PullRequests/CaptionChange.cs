using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Planning;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>Whether an image's caption is another one than in the base commit.</summary>
/// <param name="former">The manifest as it was; null if there was none.</param>
/// <param name="entries">The lines that named its images.</param>
/// <param name="tree">The base commit's files.</param>
internal sealed class CaptionChange(Manifest? former, IReadOnlyDictionary<string, ImageEntry> entries, IReadOnlyDictionary<string, GitFile> tree)
{
    /// <summary>The change; null for none.</summary>
    /// <param name="asset">The image as it is.</param>
    /// <param name="formerPath">Where its bytes stood in the base commit.</param>
    public Change? Of(Asset asset, string formerPath)
    {
        var inline = entries.TryGetValue(formerPath, out var entry) ? entry.Caption : null;
        var sidecar = former?.Captions == CaptionPolicy.None ? null : Sidecar(formerPath, ".txt") ?? Sidecar(formerPath, ".json");
        return asset.Caption switch
        {
            null => inline is null && sidecar is null ? null : Change.CaptionChanged,
            { } when inline is null && sidecar is null => Change.CaptionMissing,
            { } caption when caption.File == former?.Path => inline == caption.Text ? null : Change.CaptionChanged,
            { } caption => inline is null && IsSame(caption.File, sidecar!) ? null : Change.CaptionChanged,
        };
    }

    /// <summary>The former words, where the manifest held them; a sidecar's would cost a request for each image.</summary>
    public string? Former(string formerPath) => entries.GetValueOrDefault(formerPath)?.Caption;

    private GitFile? Sidecar(string path, string extension) => tree.GetValueOrDefault(Path.ChangeExtension(path, extension));

    // Git may have turned line ends when it checked the file out.
    private static bool IsSame(string file, GitFile sidecar)
    {
        var bytes = File.ReadAllBytes(file);
        return GitHash.Compute(bytes) == sidecar.Sha || GitHash.Compute([.. WithoutCarriageReturns(bytes)]) == sidecar.Sha;
    }

    private static IEnumerable<byte> WithoutCarriageReturns(byte[] bytes) => bytes.Where((b, i) => b != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n');
}

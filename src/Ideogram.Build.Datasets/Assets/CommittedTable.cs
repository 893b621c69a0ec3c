using Ideogram.Build.Datasets.Assets.Globs;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Captions.Tables;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>A commit's table of captions.</summary>
public static class CommittedTable
{
    /// <summary>The most bytes that a table may have.</summary>
    public const int MaxBytes = CaptionTableReader.MaxBytes;

    /// <summary>The path of a manifest's table, from the repository's top with <c>/</c>; null if the manifest names none, or none of the repository.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="folder">Its folder from the repository's top, with <c>/</c>; empty for the top itself.</param>
    public static string? PathOf(Manifest manifest, string folder) => manifest.CaptionsFrom is { } entry ? Resolve(folder, entry.Path) : null;

    /// <summary>The captions by the paths of their images, from the repository's top with <c>/</c>; null where the table cannot be read, for example because
    /// the commit holds only a Git LFS pointer.</summary>
    /// <param name="path">The table's path from the repository's top.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="entry">What the manifest says of it.</param>
    public static IReadOnlyDictionary<string, string>? Read(string path, byte[] bytes, CaptionTableEntry entry)
    {
        var captions = new Dictionary<string, string>(StringComparer.Ordinal);
        if (CaptionText.Decode(bytes, out _) is not { } text)
            return null;

        var folder = path.Substring(0, Math.Max(path.LastIndexOf('/'), 0));
        try
        {
            foreach (var row in CaptionTableReader.Read(path, text, entry))
            {
                if (Resolve(folder, row.Image.Text) is { } image && TableCaption.Check(row.Caption, "", path, []) is { } caption)
                    captions[image] = caption.Text;
            }
        }
        catch (TableException)
        {
            return null;
        }

        return captions;
    }

    private static string? Resolve(string folder, string path) =>
        PathPattern.Parse(path, isSingleFile: true, out _) is { } pattern && CommittedFiles.Climb(folder, pattern.Up) is { } start
            ? start + string.Join("/", pattern.Segments.Select(s => s.Literal))
            : null;
}

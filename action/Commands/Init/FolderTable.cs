using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions.Tables;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>A table of captions in a folder of images.</summary>
/// <param name="Entry">What the manifest must say to have it read.</param>
/// <param name="Rows">How many images have a caption in it.</param>
internal sealed record FolderTable(CaptionTableEntry Entry, int Rows)
{
    private const int MaxOpened = 20;

    private static readonly string[] Extensions = [".jsonl", ".csv"];

    /// <summary>The table with the most captions of the folder's images; null if none has one, or if its rows and caption files are for the same images: then
    /// a person must decide.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="files">The files in it, relative with <c>/</c>.</param>
    /// <param name="images">Those that are images.</param>
    /// <param name="captioned">Those images that have a caption file.</param>
    public static FolderTable? Find(string folder, IEnumerable<string> files, IReadOnlyList<string> images, IReadOnlySet<string> captioned)
    {
        FolderTable? best = null;
        foreach (var file in files.Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)
            .Take(MaxOpened))
        {
            if (Read(folder, file) is not { } table)
                continue;
            var rows = images.Where(table.Captions.ContainsKey).ToList();
            if (rows.Count > (best?.Rows ?? 0) && !rows.Any(captioned.Contains))
                best = new FolderTable(table.Entry, rows.Count);
        }

        return best;
    }

    private static (CaptionTableEntry Entry, IReadOnlyDictionary<string, string> Captions)? Read(string folder, string path)
    {
        var file = Path.Combine([folder, .. path.Split('/')]);
        if (TableHead.Find(file, path) is not { } entry || new FileInfo(file) is not { Length: <= CommittedTable.MaxBytes })
            return null;
        try
        {
            return CommittedTable.Read(path, File.ReadAllBytes(file), entry) is { } captions ? (entry, captions) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

using Ideogram.Build.Datasets.Assets.Caching;
using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Assets.Pictures;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets.Archives;

/// <summary>Inspects an archive: each image is inspected like a file, captions are found in each folder as on disk.</summary>
internal sealed class ArchiveInspector(Limits limits, InspectionCache? cache, LookBudget? looks, CancellationToken cancellationToken)
{
    /// <summary>A photograph hardly gets smaller in an archive; an entry that unpacks to a hundred times its size is not an image.</summary>
    private const int MaxEntryRatio = 100;

    private const int MaxTotalRatio = 20;

    private const int HarmlessSize = 1_000_000;

    private const int HarmlessTotal = 50_000_000;

    /// <summary>The archive's images.</summary>
    /// <param name="archive">Its names.</param>
    /// <param name="stream">Its bytes, to be read here and there.</param>
    /// <param name="diagnostics">Takes what is wrong with single entries.</param>
    /// <exception cref="ArchiveException">The archive as a whole is refused.</exception>
    public InspectedFile Inspect(AssetFile archive, Stream stream, List<Diagnostic> diagnostics)
    {
        var items = ZipDirectory.Read(stream).Where(i => !i.IsLitter && !i.IsFolder).ToList();
        RefuseBomb(items, stream.Length);

        var usable = items.Where(i => IsUsable(i, archive, diagnostics)).ToList();
        foreach (var twin in usable.GroupBy(i => i.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            Report(archive, twin, ArchiveRules.Duplicate, "is in the archive twice. Pack the folder again.", diagnostics);
        usable = [.. usable.GroupBy(i => i.Name, StringComparer.Ordinal).Select(g => g.First())];

        var images = usable.Where(i => FileExtensions.IsImage(i.Name)).ToList();
        var others = usable.Where(i => !FileExtensions.IsImage(i.Name) && !FileExtensions.IsSidecar(i.Name)).Select(i => i.Name).ToList();
        if (images.Count == 0 && diagnostics.Count == 0)
            throw new ArchiveException(ArchiveRules.NoImages, $"holds no image. Images end in {ImageFormats.Extensions}.");
        if (others.Count > 0)
            Report(archive, others[0], ArchiveRules.LeftOut,
                others.Count == 1
                    ? "is neither an image nor a caption, so it is left out."
                    : FormattableString.Invariant($"and {others.Count - 1} more are neither images nor captions, so they are left out."),
                diagnostics);

        var folders = usable.GroupBy(i => i.Folder, StringComparer.Ordinal).ToDictionary(g => g.Key, g => Listing(stream, archive, g.Key, [.. g], diagnostics),
            StringComparer.Ordinal);
        return new InspectedFile([.. images.OrderBy(i => i.Name, StringComparer.Ordinal)
            .Select(i => Inspect(stream, archive, folders[i.Folder], i, diagnostics))], [.. folders.Values], diagnostics)
        {
            RefusedEntries = items.Count(i => FileExtensions.IsImage(i.Name)) - images.Count,
        };
    }

    private void RefuseBomb(List<ZipItem> items, long length)
    {
        // Entries that share their bytes, as some bombs do, hold more together than the file.
        var (packed, unpacked) = (items.Sum(i => Math.Min(i.CompressedSize, int.MaxValue)), items.Sum(i => Math.Min(i.Size, int.MaxValue)));
        if (packed > length || (unpacked > HarmlessTotal && unpacked / MaxTotalRatio > length))
            throw new ArchiveException(ArchiveRules.Bomb, $"declares that it unpacks from {ByteSize.Format(length)} to {ByteSize.Format(unpacked)}. "
                + "Photographs do not shrink so much, so it is not opened. Pack only images and captions.");
        if (unpacked > limits.TotalSize)
            throw new ArchiveException(ImageRules.TooLarge, $"unpacks to {ByteSize.Format(unpacked)}, more than the {ByteSize.Format(limits.TotalSize)} of "
                + "'limits: total-size'. Pack fewer images.");
    }

    private bool IsUsable(ZipItem item, AssetFile archive, List<Diagnostic> diagnostics)
    {
        var refusal = item.Refuse();
        if (refusal is null && item.Size > HarmlessSize && item.Size / MaxEntryRatio > item.CompressedSize)
            refusal = (ArchiveRules.Bomb, $"unpacks from {ByteSize.Format(item.CompressedSize)} to {ByteSize.Format(item.Size)}, as the archive says. "
                + "Images do not shrink so much, so it is not unpacked.");
        if (refusal is null && FileExtensions.IsImage(item.Name) && item.Size > limits.FileSize)
            refusal = (ImageRules.TooLarge, $"has {ByteSize.Format(item.Size)}, more than the {ByteSize.Format(limits.FileSize)} of 'limits: file-size'. "
                + "Save it smaller, or raise the limit if you know that Ideogram accepts it.");
        if (refusal is { } r)
            Report(archive, item.Name, r.Rule, r.Message, diagnostics);
        return refusal is null;
    }

    private InspectedImage Inspect(Stream stream, AssetFile archive, FolderListing folder, ZipItem item, List<Diagnostic> diagnostics)
    {
        var file = new AssetFile(folder, folder.Find(item.FileName)!, $"{archive.RelativePath}!{item.Name}", archive.Source) { Entry = item.Name };
        try
        {
            var inspection = cache?.Find(file.RelativePath, archive.Item, looks is not null) ?? Read(stream, archive, item, file.RelativePath);
            return new InspectedImage(file, new ImageCheck(limits).Check(inspection, item.Name, MessageText.Quote(file.RelativePath), archive.FullPath,
                diagnostics));
        }
        catch (ArchiveException e)
        {
            Report(archive, item.Name, e.Rule, e.Message, diagnostics);
            return new InspectedImage(file, null);
        }
    }

    private ImageInspection Read(Stream stream, AssetFile archive, ZipItem item, string relativePath)
    {
        using var unpacked = new ZipEntryStream(stream, item, ownsArchive: false);
        var inspection = looks is not null
            ? ImageInspector.InspectWithLook(unpacked, looks, cancellationToken)
            : ImageInspector.Inspect(unpacked, cancellationToken);
        if (!inspection.IsLookCut)
            cache?.Add(relativePath, archive.Item, inspection);
        return inspection;
    }

    private static FolderListing Listing(Stream stream, AssetFile archive, string folder, ZipItem[] items, List<Diagnostic> diagnostics)
    {
        var unpacked = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var item in items.Where(i => FileExtensions.IsSidecar(i.Name)))
        {
            try
            {
                using var entry = new ZipEntryStream(stream, item, ownsArchive: false);
                unpacked[item.FileName] = BoundedFile.Read(entry, CaptionFile.MaxBytes);
            }
            catch (ArchiveException e)
            {
                Report(archive, item.Name, e.Rule, e.Message, diagnostics);
            }
        }

        var listed = items.Where(i => !FileExtensions.IsSidecar(i.Name) || unpacked.ContainsKey(i.FileName))
            .Select(i => new FolderItem(i.FileName, FolderItemKind.File, i.Size, archive.Item.ModifiedTicks));
        return new FolderListing($"{archive.RelativePath}!{folder}", [.. listed]) { Archive = archive.FullPath, Unpacked = unpacked };
    }

    private static void Report(AssetFile archive, string entry, Rule rule, string message, List<Diagnostic> diagnostics) =>
        diagnostics.Add(rule.At(archive.FullPath, Position.Start, $"{MessageText.Quote($"{archive.RelativePath}!{entry}")} {message}"));
}

using Ideogram.Build.Datasets.Assets.Archives;
using Ideogram.Build.Datasets.Assets.Caching;
using Ideogram.Build.Datasets.Assets.Inspection;
using Ideogram.Build.Datasets.Assets.Pictures;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Assets;

/// <summary>Reads an image or archive once and compares it with the manifest's limits.</summary>
/// <param name="limits">The manifest's limits.</param>
/// <param name="cache">What is remembered; null for nothing.</param>
/// <param name="looks">How much may be inflated to see what images look like; null if nobody asks for it.</param>
/// <param name="cancellationToken">Cancels the operation.</param>
internal sealed class FileInspector(Limits limits, InspectionCache? cache, LookBudget? looks, CancellationToken cancellationToken)
{
    /// <summary>Takes git's hashes of the images; null if nobody asks for them.</summary>
    public BlobHashes? Hashes { get; init; }

    public InspectedFile Inspect(AssetFile file)
    {
        var diagnostics = new List<Diagnostic>();
        var isArchive = FileExtensions.IsArchive(file.Item.Name);
        var name = MessageText.Quote(file.RelativePath);
        if (RefuseSize(file, isArchive) is { } tooLarge)
            return Failed(ImageRules.TooLarge, tooLarge);
        looks?.Earn(file.Item.Length);

        try
        {
            return isArchive
                ? InspectArchive(file, diagnostics)
                : new InspectedFile([new InspectedImage(file, InspectImage(file, name, diagnostics))], [], diagnostics);
        }
        catch (FileChangedException)
        {
            return Failed(ImageRules.Changed, "changed while it was read. Run again when no program writes to it.");
        }
        catch (ArchiveException e)
        {
            return Failed(e.Rule, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed(ImageRules.Unreadable, "cannot be read. Check its permissions and that no other program has it open.");
        }

        InspectedFile Failed(Rule rule, string message) =>
            new([new InspectedImage(file, null)], [], [rule.At(file.FullPath, Position.Start, $"{name} {message}")]);
    }

    private string? RefuseSize(AssetFile file, bool isArchive)
    {
        var (most, limit) = isArchive ? (limits.TotalSize, "total-size") : (limits.FileSize, "file-size");
        return file.Item.Length <= most
            ? null
            : $"has {ByteSize.Format(file.Item.Length)}, more than the {ByteSize.Format(most)} of 'limits: {limit}'. "
                + "Save it smaller, or raise the limit if you know that Ideogram accepts it.";
    }

    private InspectedFile InspectArchive(AssetFile file, List<Diagnostic> diagnostics)
    {
        // As with images: a file that says it has no bytes can be a pipe.
        if (file.Item.Length == 0)
            throw new ArchiveException(ArchiveRules.Damaged, "is empty. Pack it again.");

        using var stream = AssetStream.OpenArchive(file.FullPath);
        if (file.Item.Length <= LfsPointer.MaxBytes && LfsPointer.Is(BoundedFile.Read(stream, LfsPointer.MaxBytes)))
            throw new ArchiveException(ImageRules.LfsPointer, $"is a Git LFS pointer, not the archive. {LfsPointer.WayOut}");
        var inspected = new ArchiveInspector(limits, cache, looks, cancellationToken).Inspect(file, stream, diagnostics);
        RefuseChanged(file);
        return inspected;
    }

    private ImageInfo? InspectImage(AssetFile file, string name, List<Diagnostic> diagnostics)
    {
        var inspection = cache?.Find(file.RelativePath, file.Item, looks is not null) ?? Read(file);
        return new ImageCheck(limits).Check(inspection, file.Item.Name, name, file.FullPath, diagnostics);
    }

    private ImageInspection Read(AssetFile file)
    {
        // A file that says it has no bytes can be a pipe, and opening a pipe can block for ever.
        using var stream = file.Item.Length == 0 ? Stream.Null : AssetStream.Open(file.FullPath, entry: null);
        var inspection = Hashes is null ? Inspect(stream) : InspectAndHash(stream, file, Hashes);
        RefuseChanged(file);
        if (!inspection.IsLookCut)
            cache?.Add(file.RelativePath, file.Item, inspection);
        return inspection;
    }

    private ImageInspection Inspect(Stream stream) =>
        looks is not null ? ImageInspector.InspectWithLook(stream, looks, cancellationToken) : ImageInspector.Inspect(stream, cancellationToken);

    private ImageInspection InspectAndHash(Stream stream, AssetFile file, BlobHashes hashes)
    {
        if (!hashes.CanBeBlob(file.FullPath, file.Item.Length))
        {
            var large = Inspect(stream);
            hashes.Add(file.FullPath, new BlobHash(Sha1: null, large.Sha256, large.Bytes));
            return large;
        }

        using var blob = new GitBlobStream(stream, file.Item.Length);
        var inspection = Inspect(blob);
        hashes.Add(file.FullPath, new BlobHash(blob.Sha1(), inspection.Sha256, inspection.Bytes));
        return inspection;
    }

    private static void RefuseChanged(AssetFile file)
    {
        // A link that replaced the file after the folder was listed is a change too, whatever it points to.
        var now = new FileInfo(file.FullPath);
        if (RepositoryRoot.IsLink(file.FullPath) || now.Length != file.Item.Length || now.LastWriteTimeUtc.Ticks != file.Item.ModifiedTicks)
            throw new FileChangedException();
    }
}

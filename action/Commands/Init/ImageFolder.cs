using System.IO.Enumeration;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Init;

/// <summary>What a folder of images holds, as a manifest's globs would see it: nothing behind links, dot names, inner repositories, other manifests.</summary>
/// <param name="Path">Full path of the folder.</param>
/// <param name="Images">The images, relative to the folder with <c>/</c>, sorted.</param>
/// <param name="Captioned">How many of them have a caption file beside them or a row in the table.</param>
/// <param name="OtherKinds">Images of kinds that Ideogram does not accept, as far as their extensions say.</param>
/// <param name="PassedOver">Links with an image's name, and folders that are repositories or datasets of their own, which a manifest has to exclude.</param>
internal sealed record ImageFolder(string Path, IReadOnlyList<string> Images, int Captioned, IReadOnlyList<string> OtherKinds, IReadOnlyList<string> PassedOver)
{
    private const string All = "/**";

    /// <summary>The table that has captions for images without a caption file; null for none.</summary>
    public CaptionTableEntry? Table { get; init; }

    /// <summary>Folders that are repositories or datasets of their own.</summary>
    public IReadOnlyList<string> Own => [.. PassedOver.Where(p => p.EndsWith(All, StringComparison.Ordinal)).Select(p => p[..^All.Length])];

    /// <summary>Reads a folder and all folders below it.</summary>
    public static ImageFolder Look(string path, CancellationToken cancellationToken)
    {
        var files = new List<string>();
        var passedOver = new List<string>();
        foreach (var (file, isLink, isFolder) in Below(path, cancellationToken))
        {
            var relative = RepositoryPath.Relative(path, file);
            if (isFolder)
                passedOver.Add(relative + All);
            else if (!isLink)
                files.Add(relative);
            else if (IsImage(relative))
                passedOver.Add(relative);
        }

        var names = files.ToHashSet(StringComparer.Ordinal);
        var images = files.Where(IsImage).Order(StringComparer.Ordinal).ToList();
        var captioned = images.Where(i => HasCaption(i, names)).ToHashSet(StringComparer.Ordinal);
        var table = FolderTable.Find(path, files, images, captioned);
        return new ImageFolder(path, images, captioned.Count + (table?.Rows ?? 0), [.. files.Where(IsOther)], [.. passedOver.Order(StringComparer.Ordinal)])
        {
            Table = table?.Entry,
        };
    }

    /// <summary>How many files are of kinds that Ideogram does not accept, and of which, in words; null if none is.</summary>
    public string? LeftOut => OtherKinds.Count == 0
        ? null
        : $"{ReportText.Count(OtherKinds.Count, "file")} that Ideogram does not accept ({string.Join(", ", OtherSpellings)}). "
            + "To use them, convert them to JPEG, PNG or WebP.";

    private IEnumerable<string> OtherSpellings =>
        OtherKinds.Select(f => System.IO.Path.GetExtension(f).ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The extensions of the images, as they are spelt, sorted.</summary>
    public IEnumerable<string> Spellings => Images.Select(i => System.IO.Path.GetExtension(i)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static FileSystemEnumerable<(string File, bool IsLink, bool IsOnItsOwn)> Below(string top, CancellationToken cancellationToken) => new(
        top,
        (ref FileSystemEntry entry) => (entry.ToFullPath(), entry.Attributes.HasFlag(FileAttributes.ReparsePoint), entry.IsDirectory),
        new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => entry.FileName[0] != '.' && (!entry.IsDirectory || IsOnItsOwn(ref entry)),
        ShouldRecursePredicate = (ref FileSystemEntry entry) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return entry.FileName[0] != '.' && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint) && !IsOnItsOwn(ref entry);
        },
    };

    // A repository, or a dataset with its manifest.
    private static bool IsOnItsOwn(ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)
        && (RepositoryRoot.HasGit(entry.ToFullPath()) || HasManifest(entry.ToFullPath()));

    private static bool HasManifest(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*ideogram.yml").Select(f => System.IO.Path.GetFileName(f))
                .Any(name => name == "ideogram.yml" || (name[0] != '.' && name.EndsWith(".ideogram.yml", StringComparison.Ordinal)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsImage(string name) => ImageFormats.HasExtension(name);

    // A drawing is no photograph that a dataset misses, but a folder of drawings only should say why it has no images.
    private static bool IsOther(string name) => OtherImageFormats.HasExtension(name) || name.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    private static bool HasCaption(string image, HashSet<string> names)
    {
        var stem = image[..^System.IO.Path.GetExtension(image).Length];
        return CaptionExtensions.All.Any(e => names.Contains(stem + e));
    }
}

using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Sync.Naming;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary>Pictures of images as they were, from git on this machine. All are in the page itself: they have no files.</summary>
/// <param name="repositories">The files as they were.</param>
/// <param name="folder">Full path of the folder that the report's files are named from.</param>
internal sealed class FormerPictures(IReadOnlyList<FormerFiles> repositories, string folder)
{
    /// <summary>The largest picture, in bytes.</summary>
    public const int MaxBytes = 8_000_000;

    // Each is a question to git, and a third more than its bytes in the page.
    private const int MaxPictures = 200;
    private const int MaxTogether = 32_000_000;

    private int _pictures;
    private long _bytes;

    /// <summary>What an edited image was; null if git on this machine does not have it, or it is too large.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="image">An edited image.</param>
    /// <param name="replaced">The file of the dataset that it takes the place of, where Ideogram was queried.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public FormerPicture? Of(ReportedDataset dataset, ReportedImage image, ReportedFile? replaced, CancellationToken cancellationToken)
    {
        if (image.Entry is not null)
            return null;
        if (replaced is not null)
            return Of(dataset, replaced, cancellationToken);
        return image.Edit ? At(Full(image.File), cancellationToken) : null;
    }

    /// <summary>What a removed image was; null as above.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="file">A file that the dataset or the base commit has, and the manifest does not.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public FormerPicture? Of(ReportedDataset dataset, ReportedFile file, CancellationToken cancellationToken)
    {
        if (file.Name is not { } name)
            return null;
        // A dataset's name says which bytes they are; a base commit's is a path.
        return ContentName.HashIn(name) is { } hash ? WithHash(ContentName.SlugIn(name)!, hash, cancellationToken)
            : At(Full(Path.Combine(Path.GetDirectoryName(dataset.Manifest) ?? "", name)), cancellationToken);
    }

    private string Full(string path) => Path.GetFullPath(Path.Combine(folder, path));

    private FormerPicture? At(string file, CancellationToken cancellationToken) =>
        repositories.Where(r => PathBounds.IsInside(r.Root, file)).OrderByDescending(r => r.Root.Length).FirstOrDefault() is { } repository
            && repository.Files.TryGetValue(RepositoryPath.FromFullPath(repository.Root, file), out var former)
            && Read(repository, former, cancellationToken) is { } bytes
            ? Picture(former, bytes)
            : null;

    private FormerPicture? WithHash(string slug, string hash, CancellationToken cancellationToken) =>
        (from repository in repositories
         from file in repository.Files.Values
         where ImageFormats.HasExtension(file.Path) && ContentName.Slug(file.Path) == slug
         let bytes = Read(repository, file, cancellationToken)
         where bytes is not null && ContentName.HashOf(bytes) == hash
         select Picture(file, bytes)).FirstOrDefault();

    private byte[]? Read(FormerFiles repository, GitFile file, CancellationToken cancellationToken)
    {
        if (_pictures == MaxPictures || _bytes >= MaxTogether)
            return null;
        _pictures++;
        var bytes = repository.Commits.Content(file, MaxBytes, cancellationToken);
        _bytes += bytes?.Length ?? 0;
        return bytes;
    }

    // By its bytes: a name can lie.
    private static FormerPicture? Picture(GitFile file, byte[] bytes) => ImageFormats.Of(bytes) is { } format
        ? new FormerPicture(file.Path, $"data:{format.MediaType};base64,{Convert.ToBase64String(bytes)}")
        : null;
}

/// <summary>A picture of an image as it was.</summary>
/// <param name="Path">Its path from the repository's top.</param>
/// <param name="Source">What an image element shows.</param>
internal sealed record FormerPicture(string Path, string Source);

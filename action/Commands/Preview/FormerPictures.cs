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

    // Each is a question to git.
    private const int MaxHashed = 1_000;

    // Each is a question to git, and a third more than its bytes in the page.
    private const int MaxPictures = 200;
    private const int MaxTogether = 32_000_000;

    private readonly Dictionary<string, string?> _hashes = new(StringComparer.Ordinal);
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
        var hash = ContentName.HashIn(replaced?.Name);
        return At(Full(image.File), hash, cancellationToken) ?? (replaced is null ? null : Of(dataset, replaced, cancellationToken));
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
            : At(Full(Path.Combine(Path.GetDirectoryName(dataset.Manifest) ?? "", name)), hash: null, cancellationToken);
    }

    private string Full(string path) => Path.GetFullPath(Path.Combine(folder, path));

    // The file at a path; with a hash only if it is that image.
    private FormerPicture? At(string path, string? hash, CancellationToken cancellationToken) =>
        repositories.Where(r => PathBounds.IsInside(r.Root, path)).OrderByDescending(r => r.Root.Length).FirstOrDefault() is { } repository
            && repository.Files.TryGetValue(RepositoryPath.FromFullPath(repository.Root, path), out var file)
            && (hash is null || HashOf(repository, file, cancellationToken) == hash)
            ? Picture(repository, file, cancellationToken)
            : null;

    private FormerPicture? WithHash(string slug, string hash, CancellationToken cancellationToken) =>
        (from repository in repositories
         from file in repository.Files.Values
         where ImageFormats.HasExtension(file.Path) && ContentName.Slug(file.Path) == slug && HashOf(repository, file, cancellationToken) == hash
         select Picture(repository, file, cancellationToken)).FirstOrDefault();

    // Each file is read for this once.
    private string? HashOf(FormerFiles repository, GitFile file, CancellationToken cancellationToken)
    {
        if (_hashes.TryGetValue(file.Sha, out var known) || _hashes.Count == MaxHashed)
            return known;
        var bytes = repository.Commits.Content(file, MaxBytes, cancellationToken);
        return _hashes[file.Sha] = bytes is null ? null : ContentName.HashOf(bytes);
    }

    private FormerPicture? Picture(FormerFiles repository, GitFile file, CancellationToken cancellationToken)
    {
        if (_pictures == MaxPictures || _bytes >= MaxTogether || repository.Commits.Content(file, MaxBytes, cancellationToken) is not { } bytes)
            return null;
        _pictures++;
        _bytes += bytes.Length;
        return Picture(file, bytes);
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

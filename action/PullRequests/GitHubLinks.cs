using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>Links into the repository at fixed commits. They work in private repositories and with Git LFS too: GitHub redirects them for who may see
/// them.</summary>
/// <param name="repository">The repository's page, without a slash at the end.</param>
/// <param name="head">The commit that holds the files as they are; null for none.</param>
internal sealed class GitHubLinks(string repository, string? head) : ILinks
{
    /// <summary>The commit that holds the files as they were.</summary>
    public string? Base { get; init; }

    /// <summary>Paths of files that are those of <see cref="Base"/>: the head may have older ones.</summary>
    public IReadOnlySet<string> Kept { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The pull request, whose page of files compares two pictures side by side, by swiping and by onion skin; null for none.</summary>
    public int? PullRequest { get; init; }

    /// <summary>A picture of a file of the commit.</summary>
    /// <param name="path">Its path from the repository's top.</param>
    public Uri? Picture(string path) => head is null ? null : Blob(head, path, "?raw=true");

    public Uri? Thumbnail(ReportedImage image) => image.Entry is null ? Thumbnail(image.File) : null;

    public Uri? Thumbnail(string file) => head is null ? null : Blob(Base is not null && Kept.Contains(file) ? Base : head, file, "?raw=true");

    public Uri? FormerThumbnail(ReportedImage image) => Base is not null && image is { Edit: true, Entry: null } ? Blob(Base, image.File, "?raw=true") : null;

    public Uri? Comparison(ReportedImage image) => PullRequest is { } number && image is { Edit: true, Entry: null }
        && !image.File.StartsWith("../", StringComparison.Ordinal)
        ? new Uri(string.Create(CultureInfo.InvariantCulture,
            $"{repository}/pull/{number}/files#diff-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(image.File)))}"))
        : null;

    public Uri? Source(ReportedProblem problem) => head is null
        ? null
        : Blob(head, problem.File, problem.Line > 1 ? string.Create(CultureInfo.InvariantCulture, $"#L{problem.Line}") : "");

    private Uri? Blob(string commit, string path, string suffix) => path.StartsWith("../", StringComparison.Ordinal)
        ? null
        : new Uri($"{repository}/blob/{commit}/{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}{suffix}");
}

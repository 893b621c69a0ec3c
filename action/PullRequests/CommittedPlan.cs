using Ideogram.Build.Cli.Commits;
using Ideogram.Build.Cli.GitHub;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Manifests;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.PullRequests;

/// <summary>What the manifests of a commit say, piece by piece, from git's own hashes: two commits with equal pieces would upload the same.</summary>
internal sealed class CommittedPlan
{
    private readonly Dictionary<PlanKey, PlanPiece> _pieces = [];

    public IReadOnlyDictionary<PlanKey, PlanPiece> Pieces => _pieces;

    /// <summary>Reads a commit's manifests.</summary>
    /// <param name="blobs">Reads the manifests and tables of captions.</param>
    /// <param name="tree">The commit's files.</param>
    /// <param name="manifests">Paths of manifests from the repository's top. What the commit does not have says nothing.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<CommittedPlan> ReadAsync(CommitBlobs blobs, GitTree tree, IReadOnlyList<string> manifests, CancellationToken cancellationToken)
    {
        var plan = new CommittedPlan();
        var files = new CommittedFiles(tree.Files.Keys);
        foreach (var path in manifests.Where(tree.Files.ContainsKey))
        {
            var folder = path[..Math.Max(path.LastIndexOf('/'), 0)];
            var bytes = (await blobs.ReadAsync(tree, path, cancellationToken))?.Bytes;
            if (bytes is null || CommittedFiles.Read(path, bytes) is not { } manifest || files.Select(manifest, folder) is not { } images)
                plan._pieces[new PlanKey(path, DifferenceKind.Manifest, "")] = new PlanPiece(tree.Files[path].Sha, path);
            else
                plan.Add(path, manifest, images, tree, await plan.TableAsync(blobs, tree, path, manifest, cancellationToken));
        }

        return plan;
    }

    private void Add(string path, Manifest manifest, IReadOnlyDictionary<string, ImageEntry> images, GitTree tree, IReadOnlyDictionary<string, string> table)
    {
        _pieces[new PlanKey(path, DifferenceKind.Target, "")] = new PlanPiece(manifest.Id is { } id ? $"{manifest.Name} ({id})" : manifest.Name, path);
        _pieces[new PlanKey(path, DifferenceKind.Policies, "")] = new PlanPiece(PlanDigest.Policies(manifest), path);
        if (PlanDigest.Training(manifest.Training) is { } training)
            _pieces[new PlanKey(path, DifferenceKind.Training, "")] = new PlanPiece(training, path);
        // The same bytes at several paths are sent once; any of them may have the caption.
        foreach (var same in images.OrderBy(i => i.Key, StringComparer.Ordinal).GroupBy(i => tree.Files[i.Key].Sha, StringComparer.Ordinal))
        {
            var first = same.First().Key;
            _pieces[new PlanKey(path, DifferenceKind.ImageAdded, same.Key)] = new PlanPiece("", first);
            var captions = manifest.Captions == CaptionPolicy.None ? [] : same.Select(i => Caption(i.Key, i.Value, tree, table)).OfType<string>();
            if (string.Join('\n', captions.Distinct(StringComparer.Ordinal)) is { Length: > 0 } caption)
                _pieces[new PlanKey(path, DifferenceKind.Caption, same.Key)] = new PlanPiece(caption, first);
        }
    }

    private static string? Caption(string image, ImageEntry entry, GitTree tree, IReadOnlyDictionary<string, string> table)
    {
        // The same bytes are another caption where they are read as JSON.
        var sidecars = CaptionExtensions.All
            .Select(e => tree.Files.GetValueOrDefault(Path.ChangeExtension(image, e)) is { } file
                ? (e == CaptionExtensions.Structured ? "structured " : "text ") + file.Sha : null)
            .OfType<string>();
        var texts = new[] { entry.Caption is { } own ? "manifest " + own : null, table.GetValueOrDefault(image) is { } row ? "table " + row : null };
        return string.Join('\n', texts.OfType<string>().Concat(sidecars)) is { Length: > 0 } all ? all : null;
    }

    // A table that cannot be read (Git LFS has it, or too many were asked for) is a piece as a whole: another one is not the same plan.
    private async Task<IReadOnlyDictionary<string, string>> TableAsync(CommitBlobs blobs, GitTree tree, string path, Manifest manifest,
        CancellationToken cancellationToken)
    {
        if (CommittedTable.PathOf(manifest, path[..Math.Max(path.LastIndexOf('/'), 0)]) is { } table && tree.Files.TryGetValue(table, out var file))
        {
            if (await blobs.ReadAsync(tree, table, cancellationToken) is { } rows
                && CommittedTable.Read(table, rows.Bytes, manifest.CaptionsFrom!) is { } captions)
                return captions;
            _pieces[new PlanKey(path, DifferenceKind.Table, "")] = new PlanPiece(file.Sha, table);
        }

        return new Dictionary<string, string>(StringComparer.Ordinal);
    }
}

/// <summary>A piece of a plan. Images and captions go by the image's bytes: a file that is only renamed is the same.</summary>
/// <param name="Manifest">The manifest's path from the repository's top.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Image">Git's hash of the image; empty for others.</param>
internal readonly record struct PlanKey(string Manifest, DifferenceKind Kind, string Image);

/// <summary>What a piece says.</summary>
/// <param name="Value">Equal for equal pieces.</param>
/// <param name="Path">The file that it is about, from the repository's top.</param>
internal sealed record PlanPiece(string Value, string Path);

using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Captions;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Files;
using Ideogram.Build.Datasets.Manifests;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>
/// Holds each file of a dataset against the commit: what a reviewer sees is what the commit holds, and what is sent is what the folder holds. Attributes,
/// filters, a step of the workflow or another checkout can make them differ.
/// </summary>
/// <param name="commit">The commit.</param>
/// <param name="hashes">The hashes of the images that were inspected.</param>
internal sealed class CommittedBytes(CommitListing commit, BlobHashes hashes)
{
    private const int MaxNamed = 3;
    private const int MaxTextBytes = CommittedTable.MaxBytes;

    private readonly Dictionary<string, string> _shas = (commit.Files ?? []).Where(f => f.Sha is not null)
        .ToDictionary(f => f.Path, f => f.Sha!, StringComparer.Ordinal);

    /// <summary>What of a dataset is not the commit's, one error for each cause.</summary>
    public IEnumerable<Diagnostic> Check(DatasetDraft draft) => _shas.Count == 0 ? [] : draft.Inputs
        .Where(file => !FileExtensions.IsSidecar(file) || draft.Manifest!.Captions != CaptionPolicy.None)
        .Where(file => !IsSame(file))
        .GroupBy(Reason, StringComparer.Ordinal)
        .Select(g => Report([.. g], g.Key));

    private bool IsSame(string file)
    {
        if (!_shas.TryGetValue(RepositoryPath.FromFullPath(commit.Root, file), out var sha))
            return false;
        try
        {
            return hashes.Find(file) is { } known
                ? known.Sha1 == sha || GitHash.OfLfsPointer(known.Sha256, known.Bytes) == sha
                : FileExtensions.IsAsset(file) ? IsSameArchive(file, sha) : IsSameText(file, sha);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsSameArchive(string file, string sha)
    {
        var length = new FileInfo(file).Length;
        if (length == 0)
            return GitHash.Compute([]) == sha;
        if (GitHash.Compute(FileReader.Open(file, 1), length) == sha)
            return true;
        using var bytes = FileReader.Open(file, 1);
        return GitHash.OfLfsPointer(GitHash.Sha256(bytes), length) == sha;
    }

    private static bool IsSameText(string file, string sha) => BoundedFile.Read(file, MaxTextBytes) is { } bytes && GitHash.IsOfText(bytes, sha);

    private string Reason(string file)
    {
        if (commit.OtherCheckout is { } other)
            return $"The workspace is a checkout of the commit {other}: check out the commit of the run.";
        if (!_shas.ContainsKey(RepositoryPath.FromFullPath(commit.Root, file)))
            return "The commit has no such file: a step of the workflow made it. Commit it.";
        return FileExtensions.IsAsset(file) && new GitAttributes(commit.Root).FindRewriting(RepositoryPath.FromFullPath(commit.Root, file)) is { } line
            ? $"{MessageText.Quote(line.File)} makes git rewrite it, in line {line.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}: "
                + $"{MessageText.Quote(line.Text)}. Add '-text -filter -ident -working-tree-encoding' for images."
            : "A filter of git or a step of the workflow changed it. Remove the step, or commit what it makes.";
    }

    private Diagnostic Report(List<string> files, string reason)
    {
        var names = string.Join(", ", files.Take(MaxNamed).Select(f => MessageText.Quote(RepositoryPath.FromFullPath(commit.Root, f))))
            + (files.Count > MaxNamed ? FormattableString.Invariant($" and {files.Count - MaxNamed:N0} more") : "");
        return DatasetRules.NotTheCommits.At(files[0], Position.Start,
            $"{(files.Count == 1 ? "Not the file" : "Not the files")} of the commit that reviewers see: {names}. {reason} Nothing is uploaded.");
    }
}

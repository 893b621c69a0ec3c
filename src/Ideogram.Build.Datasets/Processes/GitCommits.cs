using System.Globalization;
using System.Text;
using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Processes;

/// <summary>What the commits of a repository on this machine hold, as git says. Nothing is fetched: what git does not have here is not there.</summary>
public sealed class GitCommits
{
    /// <summary>The size of a file that git does not have here.</summary>
    public const long UnknownSize = -1;

    private const int MaxCommitBytes = 100;
    private const int ShaLength = 40;
    private const int Fields = 4;

    private readonly string _repository;
    private readonly GitProgram _git;

    private GitCommits(string repository, GitProgram git) => (_repository, _git) = (repository, git);

    /// <summary>The commits of a repository; null if this machine has no git.</summary>
    /// <param name="repository">Full path of the repository's top.</param>
    /// <param name="timeout">The longest that one question may take.</param>
    public static GitCommits? Open(string repository, TimeSpan timeout) =>
        GitProgram.Find(repository, timeout) is { } git ? new GitCommits(repository, git) : null;

    /// <summary>The newest commit that the checked-out commit and a reference have in common: 40 lower-case hex digits. Null if there is none, or git does
    /// not say.</summary>
    /// <param name="reference">The whole name of a reference: <c>refs/heads/main</c>. Letters, digits and <c>-_./</c> only.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The name has other characters.</exception>
    /// <exception cref="IOException">git did not come to its own end.</exception>
    public string? CommonWith(string reference, CancellationToken cancellationToken)
    {
        if (!reference.StartsWith("refs/", StringComparison.Ordinal) || !reference.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            or (>= '0' and <= '9') or '-' or '_' or '.' or '/'))
            throw new ArgumentException("The name of a reference has other characters.", nameof(reference));
        var (exit, output) = _git.Read($"merge-base HEAD {reference}", MaxCommitBytes, cancellationToken);
        if (exit.Code is null)
            throw new IOException(exit.Error);
        var commit = exit.Code == 0 && output is not null ? Encoding.ASCII.GetString(output).Trim() : "";
        return IsSha(commit) ? commit : null;
    }

    /// <summary>Names the files of a commit, without links and submodules. Null if git named all, else why it did not, in git's words: they can hold
    /// anything.</summary>
    /// <param name="commit">40 hex digits.</param>
    /// <param name="take">Takes each file: its path from the repository's top, git's hash of its bytes, and its size in git
    /// (<see cref="UnknownSize"/> if git does not have it here).</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public string? List(string commit, Action<string, string, long> take, CancellationToken cancellationToken) =>
        GitProgram.Refusal(_git.Run($"ls-tree -r -z -l {Checked(commit)}", record => Take(record, take), cancellationToken));

    /// <summary>The bytes of a file as git has it; null if git does not have them here, or there are more.</summary>
    /// <param name="sha">Git's hash of the file: 40 hex digits.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public byte[]? Read(string sha, int maxBytes, CancellationToken cancellationToken)
    {
        var (exit, output) = _git.Read($"cat-file blob {Checked(sha)}", maxBytes, cancellationToken);
        // A damaged or forged object can have other bytes.
        return exit.Code == 0 && output is not null && GitHash.Compute(output) == sha ? output : null;
    }

    /// <summary>The bytes of a file as a checkout has it: for one that Git LFS keeps, those in its own folder on this machine, if they are what the pointer
    /// says. Null if they are not here, or there are more.</summary>
    /// <param name="sha">Git's hash of the file, or of its pointer: 40 hex digits.</param>
    /// <param name="maxBytes">The most bytes.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public byte[]? ReadContent(string sha, int maxBytes, CancellationToken cancellationToken) =>
        Read(sha, maxBytes, cancellationToken) is { } bytes ? LfsPointer.Sha256In(bytes) is { } hash ? ReadLarge(hash, maxBytes) : bytes : null;

    private byte[]? ReadLarge(string sha256, int maxBytes)
    {
        var file = RepositoryRoot.GitFile(_repository, Path.Combine("lfs", "objects", sha256.Substring(0, 2), sha256.Substring(2, 2), sha256));
        try
        {
            if (PathBounds.FindLink(_repository, file) is not null || !File.Exists(file) || BoundedFile.Read(file, maxBytes) is not { } bytes)
                return null;
            using var stream = new MemoryStream(bytes, writable: false);
            return GitHash.Sha256(stream) == sha256 ? bytes : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // "100644 blob 587be6b4c3f93f93c489c0111bba5596147a26cb    1234", a tab, the path.
    private static void Take(string record, Action<string, string, long> take)
    {
        var tab = record.IndexOf('\t', 0);
        var fields = record.Substring(0, Math.Max(tab, 0)).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == Fields && fields[0] is not "120000" && fields[1] == "blob" && IsSha(fields[2])
            && (long.TryParse(fields[3], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) || (bytes = UnknownSize) < 0))
            take(record.Substring(tab + 1), fields[2], bytes);
    }

    private static string Checked(string sha) => IsSha(sha) ? sha : throw new ArgumentException("A hash of git has 40 hex digits.", nameof(sha));

    private static bool IsSha(string text) => text.Length == ShaLength && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}

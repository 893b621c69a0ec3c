using System.Globalization;

namespace Ideogram.Build.Emulator.GitHub.Git;

/// <summary>What the stand-in reads from a local repository. Revisions from requests are resolved to hashes first and only those are passed on.</summary>
internal sealed class GitRepository(string path)
{
    /// <summary>The tree of a first commit's missing parent: git knows it by this hash.</summary>
    public const string EmptyTree = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    private readonly GitProgram _git = new(path);

    public async Task<string> DefaultBranchAsync(CancellationToken cancellationToken) =>
        (await _git.TextAsync(["symbolic-ref", "--short", "HEAD"], cancellationToken))?.Trim() ?? "main";

    /// <summary>The hash of a revision of a kind (<c>commit</c>, <c>tree</c>, <c>blob</c>); null if there is none.</summary>
    public async Task<string?> ResolveAsync(string revision, string kind, CancellationToken cancellationToken) =>
        (await _git.TextAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{{kind}}}"], cancellationToken))?.Trim();

    /// <summary>The hash of a file or folder of a commit, if it is of that kind.</summary>
    public async Task<string?> FindAsync(string commit, string path, string kind, CancellationToken cancellationToken) =>
        // After a colon git takes the rest for the path, a kind too: it is queried in a second step.
        (await _git.TextAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{commit}:{path}"], cancellationToken))?.Trim() is { } sha
            ? await ResolveAsync(sha, kind, cancellationToken)
            : null;

    public Task<string?> BranchTipAsync(string branch, CancellationToken cancellationToken) =>
        ResolveAsync($"refs/heads/{branch}", "commit", cancellationToken);

    public async Task<bool> IsAncestorAsync(string ancestor, string descendant, CancellationToken cancellationToken) =>
        await _git.RunAsync(["merge-base", "--is-ancestor", ancestor, descendant], cancellationToken) is not null;

    public async Task<string?> MergeBaseAsync(string one, string other, CancellationToken cancellationToken) =>
        (await _git.TextAsync(["merge-base", one, other], cancellationToken))?.Trim();

    public Task<byte[]?> BlobAsync(string sha, CancellationToken cancellationToken) => _git.RunAsync(["cat-file", "blob", sha], cancellationToken);

    /// <summary>The entries of a tree, or of one path of it; folders too.</summary>
    public async Task<IReadOnlyList<GitTreeEntry>> TreeAsync(string sha, bool recursive, CancellationToken cancellationToken)
    {
        string[] arguments = ["ls-tree", "-z", "-l", "--full-tree", .. recursive ? ["-r", "-t"] : Array.Empty<string>(), sha];
        return [.. Fields(await _git.TextAsync(arguments, cancellationToken)).Select(GitTreeEntry.Parse)];
    }

    /// <summary>The commits that <paramref name="arguments"/> of <c>git log</c> select; they must be hashes and options of this project.</summary>
    public async Task<IReadOnlyList<GitCommit>> LogAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        [.. Fields(await _git.TextAsync(["log", "-z", $"--format={GitCommit.Format}", .. arguments], cancellationToken), keepEmpty: true)
            .Chunk(GitCommit.Fields)
            .Where(fields => fields.Length == GitCommit.Fields)
            .Select(GitCommit.Parse)];

    public async Task<GitCommit?> CommitAsync(string sha, CancellationToken cancellationToken) =>
        await LogAsync(["-1", sha], cancellationToken) is [var commit, ..] ? commit : null;

    /// <summary>What changed from one commit to another, renames found.</summary>
    public async Task<IReadOnlyList<GitChange>> ChangesAsync(string from, string to, CancellationToken cancellationToken)
    {
        var raw = Fields(await _git.TextAsync(["diff", "--raw", "-z", "-M", "--no-abbrev", from, to], cancellationToken));
        var lines = GitChange.ParseLines(Fields(await _git.TextAsync(["diff", "--numstat", "-z", "-M", from, to], cancellationToken), keepEmpty: true));
        return [.. GitChange.Parse(raw).Select(change => lines.TryGetValue(change.Path, out var count)
            ? change with { Additions = count.Added, Deletions = count.Deleted }
            : change)];
    }

    public async Task<int> CountAsync(string from, string to, CancellationToken cancellationToken) =>
        int.TryParse(await _git.TextAsync(["rev-list", "--count", $"{from}..{to}"], cancellationToken), NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var count)
            ? count
            : 0;

    private static string[] Fields(string? output, bool keepEmpty = false)
    {
        var fields = (output ?? "").Split('\0', keepEmpty ? StringSplitOptions.None : StringSplitOptions.RemoveEmptyEntries);
        return fields is [.., ""] ? fields[..^1] : fields;
    }
}

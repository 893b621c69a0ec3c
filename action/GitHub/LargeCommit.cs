using Ideogram.Build.Cli.Commits;

namespace Ideogram.Build.Cli.GitHub;

/// <summary>A commit with more files than GitHub lists in one answer: folders that matter are listed one by one.</summary>
/// <param name="github">The repository.</param>
/// <param name="folders">The folders that matter, from the repository's top with <c>/</c>; empty for the top itself.</param>
internal sealed class LargeCommit(IGitHub github, IReadOnlyCollection<string> folders)
{
    private const int MaxRequests = 50;

    private readonly Dictionary<string, GitFile> _files = new(StringComparer.Ordinal);
    private readonly List<string> _submodules = [];

    /// <summary>The files below the folders, and some of others; null if one of the folders is too large itself, or there are too many to ask for.</summary>
    public async Task<GitTree?> ReadAsync(string commit, CancellationToken cancellationToken)
    {
        var requests = 0;
        var tooLarge = new Queue<(string Path, string Tree)>([("", commit)]);
        while (tooLarge.TryDequeue(out var folder))
        {
            if (folders.Contains(folder.Path, StringComparer.Ordinal))
                return null;
            var top = await github.TopAsync(folder.Tree, cancellationToken);
            Add(top, folder.Path);
            foreach (var (name, tree) in top.Folders)
            {
                var path = Join(folder.Path, name);
                if (!folders.Any(f => f == path || f.StartsWith(path + "/", StringComparison.Ordinal)))
                    continue;
                if (++requests > MaxRequests)
                    return null;
                var whole = await github.TreeAsync(tree, cancellationToken);
                if (whole.IsTruncated)
                    tooLarge.Enqueue((path, tree));
                else
                    Add(whole, path);
            }
        }

        return new GitTree(_files, IsTruncated: false) { Submodules = _submodules };
    }

    private void Add(GitTree tree, string folder)
    {
        foreach (var file in tree.Files.Values)
            _files[Join(folder, file.Path)] = file with { Path = Join(folder, file.Path) };
        _submodules.AddRange(tree.Submodules.Select(s => Join(folder, s)));
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}

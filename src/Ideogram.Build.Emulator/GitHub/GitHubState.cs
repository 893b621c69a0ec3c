using System.Collections.Concurrent;
using Ideogram.Build.Emulator.GitHub.Git;
using Ideogram.Build.Emulator.GitHub.Shapes;

namespace Ideogram.Build.Emulator.GitHub;

/// <summary>The repositories, tokens and index lag of GitHub's side. Pull requests and comments are on disk, see <see cref="RepositoryState"/>.</summary>
internal sealed class GitHubState(string folder, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, GitHubToken> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RepositoryState> _repositories = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _renamed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock _lock = new();
    private long _lastCommentId = 3_000_000_000; // Beyond 32 bits, as GitHub's are.
    private int _indexLag;

    public void AddToken(GitHubToken token) => _tokens[token.Value] = token;

    public GitHubToken? Token(string value) => _tokens.GetValueOrDefault(value);

    public void AddRepository(string fullName, string path)
    {
        if (fullName.Split('/') is not [{ Length: > 0 }, { Length: > 0 }]
            || fullName.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('/' or '-' or '_' or '.')))
            throw new ArgumentException($"'{fullName}' is not owner/name.", nameof(fullName));
        if (!Directory.Exists(path))
            throw new ArgumentException($"There is no folder {path}.", nameof(path));

        var file = Path.Combine(folder, fullName.Replace("/", "__", StringComparison.Ordinal) + ".json");
        var repository = new RepositoryState(fullName, new GitRepository(Path.GetFullPath(path)), file, clock, NextCommentId);
        lock (_lock)
            _lastCommentId = Math.Max(_lastCommentId, repository.LastCommentId);
        _repositories[fullName] = repository;
    }

    public RepositoryState? Repository(string fullName) => _repositories.GetValueOrDefault(fullName);

    public RepositoryState? Repository(long id) => _repositories.Values.FirstOrDefault(repository => Links.IdOf(repository.FullName) == id);

    /// <summary>Makes a name that the repository had before lead to it.</summary>
    public void Rename(string from, string to) => _renamed[from] = RequireRepository(to).FullName;

    /// <summary>The repository that had this name before.</summary>
    public RepositoryState? RenamedFrom(string fullName) => _renamed.TryGetValue(fullName, out var now) ? Repository(now) : null;

    public RepositoryState RequireRepository(string fullName) =>
        Repository(fullName) ?? throw new ArgumentException($"No repository '{fullName}' was added.", nameof(fullName));

    public void LagIndex(int requests) => Interlocked.Exchange(ref _indexLag, requests);

    /// <summary>Whether this request still sees the index as it was before.</summary>
    public bool IndexLags()
    {
        lock (_lock)
            return _indexLag > 0 && _indexLag-- > 0;
    }

    private long NextCommentId()
    {
        lock (_lock)
            return ++_lastCommentId;
    }
}

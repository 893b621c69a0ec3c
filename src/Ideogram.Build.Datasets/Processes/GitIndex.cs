namespace Ideogram.Build.Datasets.Processes;

/// <summary>
/// The files of a repository that are in git, as <c>git ls-files</c> lists them. The repository's settings are hostile input: they can name commands for hooks,
/// monitors, transports, pagers and filters, and git starts them as itself. No such command can run here.
/// </summary>
internal sealed class GitIndex
{
    private const int WrongUsage = 129;

    // A hook or a monitor of the repository is a command of the repository. git's own refusal of repositories of other users (safe.directory) stays on.
    private const string Settings = "-c core.fsmonitor=false -c core.hooksPath=/dev/null -c protocol.allow=never -c submodule.recurse=false -c "
        + "safe.bareRepository=explicit --no-pager --no-optional-locks --no-replace-objects";

    private const string List = "ls-files -z --cached";

    private readonly string _repository;
    private readonly ChildProcess _git;

    private GitIndex(string repository, ChildProcess git) => (_repository, _git) = (repository, git);

    /// <summary>The index of a repository; null if this machine has no git.</summary>
    /// <param name="repository">Full path of the repository's top.</param>
    /// <param name="timeout">The longest that git may take.</param>
    public static GitIndex? Open(string repository, TimeSpan timeout) =>
        SearchPath.Find("git", repository) is { } git ? new GitIndex(repository, new ChildProcess(git, repository, timeout)) : null;

    /// <summary>
    /// Lists each file in git, from the top with <c>/</c>; a name that ends with <c>/</c> is a whole folder. Null if git listed all, else
    /// why it did not, in git's words, which can be any text.
    /// </summary>
    public string? Read(Action<string> take, CancellationToken cancellationToken)
    {
        // With a sparse index, git reads the trees of folders that are not checked out, and fetches those that it lacks, to list their files: --sparse leaves
        // them folded.
        var exit = _git.Run($"{Settings} {List} --sparse", Variables(), take, cancellationToken);

        // git before 2.36 knows no --sparse. It is kept from fetching by the environment.
        if (exit.Code == WrongUsage)
            exit = _git.Run($"{Settings} {List}", Variables(), take, cancellationToken);
        if (exit.Code == 0)
            return null;
        return exit.Error.Trim() is { Length: > 0 } error ? error : FormattableString.Invariant($"exit code {exit.Code}");
    }

    // GIT_ALLOW_PROTOCOL is a list of all that is allowed, and goes before any setting: a repository may say protocol.ext.allow=always. There is no protocol
    // called none.
    private Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["GIT_ALLOW_PROTOCOL"] = "none",
            ["GIT_NO_LAZY_FETCH"] = "1",
            ["GIT_OPTIONAL_LOCKS"] = "0",
            ["GIT_TERMINAL_PROMPT"] = "0",
            ["LC_ALL"] = "C",
        };

        // If git does not accept this top, it must not search the folders above.
        if (Path.GetDirectoryName(_repository) is { } above)
            variables["GIT_CEILING_DIRECTORIES"] = above;
        return variables;
    }
}

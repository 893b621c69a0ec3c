namespace Ideogram.Build.Datasets.Processes;

/// <summary>
/// git, for questions about a repository. The repository's settings are hostile input: they can name commands for hooks, monitors, transports, pagers and
/// filters, and git starts them as itself. No such command can run here.
/// </summary>
internal sealed class GitProgram
{
    // A hook or a monitor of the repository is a command of the repository. git's own refusal of repositories of other users (safe.directory) stays on.
    private const string Settings = "-c core.fsmonitor=false -c core.hooksPath=/dev/null -c protocol.allow=never -c submodule.recurse=false -c "
        + "safe.bareRepository=explicit --no-pager --no-optional-locks --no-replace-objects";

    private readonly string _repository;
    private readonly ChildProcess _git;

    private GitProgram(string repository, ChildProcess git) => (_repository, _git) = (repository, git);

    /// <summary>git, for a repository; null if this machine has none.</summary>
    /// <param name="repository">Full path of the repository's top.</param>
    /// <param name="timeout">The longest that one question may take.</param>
    public static GitProgram? Find(string repository, TimeSpan timeout) =>
        SearchPath.Find("git", repository) is { } git ? new GitProgram(repository, new ChildProcess(git, repository, timeout)) : null;

    /// <summary>Asks for records.</summary>
    /// <param name="arguments">The command and its options.</param>
    /// <param name="take">Takes each record. Called on another thread.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public ChildExit Run(string arguments, Action<string> take, CancellationToken cancellationToken) =>
        _git.Run($"{Settings} {arguments}", Variables(), take, cancellationToken);

    /// <summary>Asks for bytes.</summary>
    /// <param name="arguments">The command and its options.</param>
    /// <param name="maxBytes">The most bytes of an answer.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public (ChildExit Exit, byte[]? Output) Read(string arguments, int maxBytes, CancellationToken cancellationToken) =>
        _git.Read($"{Settings} {arguments}", Variables(), maxBytes, cancellationToken);

    /// <summary>Why git did not answer, in its words: they can hold anything. Null if it did.</summary>
    public static string? Refusal(ChildExit exit)
    {
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

using Ideogram.Build.Datasets.Files;

namespace Ideogram.Build.Datasets.Processes;

/// <summary>The files of a repository that are in git, as <c>git ls-files</c> lists them.</summary>
internal sealed class GitIndex
{
    private const int WrongUsage = 129;
    private const int ModeStart = 2;
    private const int ModeEnd = 8;

    private const string List = "ls-files -z --cached --stage -v";

    private readonly GitProgram _git;

    private GitIndex(GitProgram git) => _git = git;

    /// <summary>The index of a repository; null if this machine has no git.</summary>
    /// <param name="repository">Full path of the repository's top.</param>
    /// <param name="timeout">The longest that git may take.</param>
    public static GitIndex? Open(string repository, TimeSpan timeout) =>
        GitProgram.Find(repository, timeout) is { } git ? new GitIndex(git) : null;

    /// <summary>Names what git holds. Null if git named all, else why it did not, in git's words: they can hold anything.</summary>
    /// <param name="take">Takes each file, and each folder that git holds whole (<see cref="HeldKind.Folder"/>) unless it is to be unfolded.</param>
    /// <param name="unfold">Whether git names the files of such folders, too: those of a sparse index, which it reads from its objects.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public string? Read(Action<HeldFile> take, bool unfold, CancellationToken cancellationToken)
    {
        // With a sparse index, git reads the trees of folders that are not checked out, and would fetch those that it lacks: --sparse leaves them folded.
        var exit = _git.Run($"{List}{(unfold ? "" : " --sparse")}", record => Take(record, take), cancellationToken);

        // git before 2.36 knows no --sparse. It is kept from fetching by the environment.
        if (exit.Code == WrongUsage && !unfold)
            exit = _git.Run(List, record => Take(record, take), cancellationToken);
        return GitProgram.Refusal(exit);
    }

    // "H 100644 587be6b4c3f93f93c489c0111bba5596147a26cb 0", a tab, the path. S is skip-worktree, a small letter assume-unchanged.
    private static void Take(string record, Action<HeldFile> take)
    {
        var tab = record.Length > ModeEnd ? record.IndexOf('\t', ModeEnd) : -1;
        if (tab < 0)
            return;

        var kind = record.Substring(ModeStart, ModeEnd - ModeStart) switch
        {
            "120000" => HeldKind.Link,
            "160000" => HeldKind.Submodule,
            "040000" => HeldKind.Folder,
            _ => HeldKind.File,
        };
        var leftOut = record[0] switch
        {
            'S' or 's' => LeftOut.Skipped,
            >= 'a' and <= 'z' => LeftOut.AssumedUnchanged,
            _ => LeftOut.Deleted,
        };
        take(new HeldFile(record.Substring(tab + 1), kind) { LeftOut = leftOut });
    }
}

namespace Ideogram.Build.Testing;

/// <summary>A real git repository in a folder that is gone after use.</summary>
public class GitRepository : TemporaryFolder
{
    public GitRepository() => Git("init", "--quiet", "--initial-branch=main");

    public string Tip => Git("rev-parse", "HEAD");

    public void Delete(string relative) => File.Delete(PathOf(relative));

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(to))!);
        File.Move(PathOf(from), PathOf(to));
    }

    /// <summary>Commits everything and gives the commit.</summary>
    public string Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
        return Tip;
    }

    /// <summary>Runs git, which must succeed, and gives what it printed.</summary>
    public string Git(params string[] arguments)
    {
        var (exit, output) = TestProcess.Run(Path, "git",
        [
            "-c", "user.name=Octo Cat", "-c", "user.email=octocat@example.com", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false",
            // A collection in the background would still work in a folder that the test deletes.
            "-c", "gc.auto=0", .. arguments,
        ]);
        return exit == 0 ? output.Trim() : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {output}");
    }
}

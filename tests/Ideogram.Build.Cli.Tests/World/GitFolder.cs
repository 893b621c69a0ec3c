using System.Diagnostics;

namespace Ideogram.Build.Cli.Tests.World;

/// <summary>A real git repository in a temporary folder.</summary>
internal sealed class GitFolder : IDisposable
{
    public GitFolder()
    {
        Path = Directory.CreateTempSubdirectory("ideogram-action-").FullName;
        Git("init", "--quiet", "--initial-branch=main");
    }

    public string Path { get; }

    public string Tip => Git("rev-parse", "HEAD");

    public void Write(string path, byte[] bytes)
    {
        var file = System.IO.Path.Combine(Path, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    public void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public void Delete(string path) => File.Delete(System.IO.Path.Combine(Path, path));

    public void Move(string from, string to)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.Combine(Path, to))!);
        File.Move(System.IO.Path.Combine(Path, from), System.IO.Path.Combine(Path, to));
    }

    public string Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--allow-empty", "--message", message);
        return Tip;
    }

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Path, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in new[] { "-c", "user.name=Octo Cat", "-c", "user.email=octocat@example.com", "-c", "commit.gpgsign=false", "-c",
            "core.autocrlf=false" }.Concat(arguments))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed.");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

using System.Diagnostics;
using System.Text;

namespace Ideogram.Build.Emulator.GitHub.Git;

/// <summary>Runs <c>git</c> on one repository, never through a shell, and independent of the caller's own git settings.</summary>
internal sealed class GitProgram(string path)
{
    private static readonly string[] Passing = ["PATH", "HOME", "TMPDIR", "SystemRoot", "SystemDrive", "TEMP", "TMP", "USERPROFILE"];

    /// <summary>What git printed; null when it failed.</summary>
    public async Task<byte[]?> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        // RS0030: the stand-in shares no code with the program, so it starts git by itself.
#pragma warning disable RS0030
        var start = new ProcessStartInfo("git")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false
        };
        Restrict(start.Environment);

        // In a container the repository belongs to another user: git would refuse it. This one was named by the caller who started the stand-in.
        foreach (var argument in (string[])
        [
            "-c", $"safe.directory={Path.GetFullPath(path)}", "-c", "core.quotepath=off", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
            "-C", path, "--no-pager", "--no-optional-locks", .. arguments,
        ])
        {
            start.ArgumentList.Add(argument);
        }

        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
#pragma warning restore RS0030
        git.StandardInput.Close();
        var errors = git.StandardError.ReadToEndAsync(cancellationToken);
        using var output = new MemoryStream();
        await git.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        await errors;
        await git.WaitForExitAsync(cancellationToken);
        return git.ExitCode == 0 ? output.ToArray() : null;
    }

    public async Task<string?> TextAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) =>
        await RunAsync(arguments, cancellationToken) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    // Repositories under attack are served too: git gets none of the caller's variables but these, and may not fetch, which settings of a repository turn into
    // a command.
    private static void Restrict(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => !Passing.Contains(name, StringComparer.OrdinalIgnoreCase)).ToList())
            environment.Remove(name);
        environment["GIT_TERMINAL_PROMPT"] = "0";
        environment["GIT_ALLOW_PROTOCOL"] = "none";
        environment["GIT_NO_LAZY_FETCH"] = "1";
    }
}

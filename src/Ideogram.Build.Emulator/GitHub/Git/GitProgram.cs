using System.Diagnostics;
using System.Text;

namespace Ideogram.Build.Emulator.GitHub.Git;

/// <summary>Runs <c>git</c> on one repository, never through a shell, and independent of the caller's own git settings.</summary>
internal sealed class GitProgram(string path)
{
    /// <summary>What git printed; null when it failed.</summary>
    public async Task<byte[]?> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["GIT_TERMINAL_PROMPT"] = "0";

        // In a container the repository belongs to another user: git would refuse to look at it.
        foreach (var argument in (string[])["-c", "safe.directory=*", "-c", "core.quotepath=off", "-C", path, "--no-pager", "--no-optional-locks", .. arguments])
            start.ArgumentList.Add(argument);

        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
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
}

using System.Diagnostics;
using System.Text;
using Ideogram.Build.Datasets.Assets;
using Ideogram.Build.Datasets.Diagnostics;

namespace Ideogram.Build.Datasets.Validation;

/// <summary>Asks git which files it holds, once per repository: what is ignored or was never added is missing from every other checkout.</summary>
internal sealed class GitCheck(TimeSpan timeout)
{
    private const int MostNamed = 3;

    // Neither a hook nor a monitor of the repository is started: its settings may be anybody's.
    private const string Arguments = "-c core.fsmonitor=false -c core.hooksPath=/dev/null -c safe.directory=* --no-optional-locks ls-files -z --cached";

    /// <summary>One warning for each dataset with files that git does not hold, by the manifest's path. Empty where git cannot be asked.</summary>
    public ILookup<string, Diagnostic> Check(IEnumerable<DatasetDraft> drafts, CancellationToken cancellationToken) =>
        drafts.Where(d => d.Manifest is not null)
            .GroupBy(d => d.Root, StringComparer.Ordinal)
            .SelectMany(g => Check(g.Key, [.. g], cancellationToken))
            .ToLookup(d => d.File, StringComparer.Ordinal);

    private IEnumerable<Diagnostic> Check(string root, List<DatasetDraft> drafts, CancellationToken cancellationToken)
    {
        var wanted = new HashSet<string>(drafts.SelectMany(d => d.Inputs).Select(f => RepositoryPath.Of(root, f)), StringComparer.Ordinal);
        if (!RemoveTracked(root, wanted, cancellationToken))
            return [];

        return drafts
            .Select(d => (Draft: d, Missing: d.Inputs.Select(f => RepositoryPath.Of(root, f)).Where(wanted.Contains).ToList()))
            .Where(d => d.Missing.Count > 0)
            .Select(d => DatasetRules.NotInGit.At(d.Draft.ManifestPath, d.Draft.Manifest!.ImagesPosition, Message(d.Missing)));
    }

    private static string Message(List<string> missing)
    {
        var named = string.Join(", ", missing.Take(MostNamed).Select(MessageText.Quote));
        var all = missing.Count > MostNamed ? FormattableString.Invariant($"{named} and {missing.Count - MostNamed} more") : named;
        return $"git does not hold {all}: ignored, or never added. A build elsewhere would not see {(missing.Count == 1 ? "it" : "them")}: 'git add' or exclude with '!'.";
    }

    private bool RemoveTracked(string root, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        if (!(Directory.Exists(Path.Combine(root, ".git")) || File.Exists(Path.Combine(root, ".git"))) || FindGit(root) is not { } git)
            return false;

        var start = new ProcessStartInfo(git, Arguments)
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            using var kill = timer.Token.Register(() => Kill(process));
            timer.CancelAfter(timeout);
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            ReadNames(process.StandardOutput, name => wanted.Remove(name));
            process.WaitForExit();
            cancellationToken.ThrowIfCancellationRequested();
            return process.ExitCode == 0 && !timer.IsCancellationRequested;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void ReadNames(StreamReader output, Action<string> take)
    {
        var name = new StringBuilder();
        var buffer = new char[16_384];
        int read;
        while ((read = output.Read(buffer, 0, buffer.Length)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (buffer[i] != '\0')
                {
                    name.Append(buffer[i]);
                    continue;
                }

                take(name.ToString());
                name.Clear();
            }
        }
    }

    // By full path and never out of the repository: Windows would start a git.exe that lies in the current folder.
    private static string? FindGit(string root)
    {
        var name = Path.DirectorySeparatorChar == '\\' ? "git.exe" : "git";
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(f => f.Length > 0 && Path.IsPathRooted(f) && !f.StartsWith(root, StringComparison.OrdinalIgnoreCase))
            .Select(f => Path.Combine(f, name))
            .FirstOrDefault(File.Exists);
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It ended by itself.
        }
    }
}

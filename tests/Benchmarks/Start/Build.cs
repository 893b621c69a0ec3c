using System.Diagnostics;

namespace Ideogram.Build.Benchmarks.Start;

/// <summary>One of the builds that are compared.</summary>
/// <param name="Name">What it is called in the table.</param>
/// <param name="File">Full path of the program.</param>
internal sealed record Build(string Name, string File)
{
    /// <summary>Runs it to its end, with no place to remember images in; it must succeed.</summary>
    public void Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(File, arguments) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var place in new[] { "HOME", "XDG_CACHE_HOME" })
            start.Environment.Remove(place);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new UsageException($"{Name} failed: {output}");
    }
}

using System.ComponentModel;
using System.Diagnostics;
using Ideogram.Build.Tests;

namespace Ideogram.Build.Benchmarks;

/// <summary>Another program, as a process of its own.</summary>
internal static class Tool
{
    /// <summary>Runs to the end and gives standard output.</summary>
    /// <exception cref="UsageException">It is not installed.</exception>
    public static string Run(string name, params IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (Win32Exception)
        {
            throw new UsageException($"This figure needs {name}, which is not installed.");
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Ideogram.Build.Testing;

/// <summary>Another program, as a process of its own.</summary>
public static class Tool
{
    /// <summary>Runs to the end and gives standard output.</summary>
    /// <exception cref="UsageException">It is not installed.</exception>
    public static string Run(string name, params IEnumerable<string> arguments) => Run(name, mustSucceed: false, arguments);

    /// <summary>The same for a program whose failure would be measured as speed.</summary>
    /// <exception cref="UsageException">It is not installed, or it fails.</exception>
    public static string Succeed(string name, params IEnumerable<string> arguments) => Run(name, mustSucceed: true, arguments);

    private static string Run(string name, bool mustSucceed, IEnumerable<string> arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 || !mustSucceed ? output
                : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{name} ended with {process.ExitCode}: {output}"));
        }
        catch (Win32Exception)
        {
            throw new UsageException($"This figure needs {name}, which is not installed.");
        }
    }
}

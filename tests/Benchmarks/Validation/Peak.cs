using System.Diagnostics;
using System.Globalization;

namespace Ideogram.Build.Benchmarks.Validation;

/// <summary>The most memory that a process has.</summary>
internal static class Peak
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(1);

    /// <summary>Waits for the process to end and gives its peak in MB.</summary>
    /// <param name="process">The process, whose output is redirected.</param>
    /// <param name="expected">The exit code that is right.</param>
    public static double Of(Process process, int expected = 0)
    {
        // The kernel keeps the peak, so that looking often misses at most what the last look's millisecond added.
        using (process)
        {
            var peak = 0.0;
            while (!process.WaitForExit(Between))
                peak = Math.Max(peak, Now(process.Id));
            return process.ExitCode == expected ? peak / 1024 : throw new InvalidOperationException(process.StandardOutput.ReadToEnd());
        }
    }

    private static double Now(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }
}

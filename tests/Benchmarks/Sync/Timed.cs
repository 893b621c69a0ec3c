using System.Diagnostics;
using System.Globalization;

namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>A process with its wall time, its processor time and its peak of resident memory.</summary>
/// <param name="Seconds">Wall time.</param>
/// <param name="Cpu">User and system time in seconds.</param>
/// <param name="PeakMegabytes">VmHWM in MiB; 0 where it was over too soon.</param>
/// <param name="Began">When it was started, as <see cref="Stopwatch.GetTimestamp"/> counts.</param>
/// <param name="Ended">When it was over.</param>
internal sealed record Timed(double Seconds, double Cpu, double PeakMegabytes, long Began, long Ended)
{
    /// <summary>Runs a program to its end; it must succeed.</summary>
    public static Timed Run(params IEnumerable<string> command)
    {
        // bash knows what its children used; exec'ing nothing keeps the child a child.
        using var said = new TemporaryFolder();
        var log = Path.Combine(said.Path, "log");
        var start = new ProcessStartInfo("bash", ["-c", "TIMEFORMAT='%R %U %S'; time \"$@\" >\"$0\" 2>&1", log, .. command])
        {
            UseShellExecute = false,
            RedirectStandardError = true
        };
        start.Environment["IDEOGRAM_API_KEY"] = "benchmark";
        start.Environment["LC_ALL"] = "C";
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var peak = 0.0;
        while (!process.WaitForExit(5)) peak = Math.Max(peak, PeakOfChild(process.Id));
        var ended = Stopwatch.GetTimestamp();
        var times = process.StandardError.ReadToEnd().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        return process.ExitCode == 0
            ? new Timed(times[0], times[1] + times[2], peak, began, ended)
            : throw new InvalidOperationException($"{string.Join(' ', command.Take(3))} ended with {process.ExitCode}: "
                + $"{string.Join('\n', File.ReadLines(log).TakeLast(5))}");
    }

    private static double PeakOfChild(int parent)
    {
        try
        {
            var child = File.ReadAllText($"/proc/{parent}/task/{parent}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            var line = child is null ? null : File.ReadLines($"/proc/{child}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}

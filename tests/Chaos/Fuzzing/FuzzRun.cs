using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ideogram.Build.Chaos.Fuzzing;

/// <summary>Feeds seeded inputs to every target: no exception but the project's own, none over a second, bounded allocation.</summary>
internal static class FuzzRun
{
    public const int MaxBytes = 1024 * 1024;

    private const int Attempts = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(30);

    public static int Run(Arguments arguments)
    {
        arguments.AllowOnly("--inputs", "--seed", "--target", "--first");
        var (inputs, seed, first) = (arguments.Number("--inputs", 50_000), arguments.Number("--seed", 1), arguments.Number("--first", 0));
        var all = FuzzTargets.All();
        var only = arguments.Text("--target");
        if (only is not null && all.All(t => t.Name != only))
            throw new UsageException($"There is no target '{only}'. There are: {string.Join(", ", all.Select(t => t.Name))}.");

        var tally = new Tally();
        var clock = Stopwatch.StartNew();
        long bytes = 0;
        var slow = new ConcurrentBag<int>();
        Parallel.For(first, first + inputs, index =>
        {
            var target = all[index % all.Count];
            if (only is null || target.Name == only)
                Interlocked.Add(ref bytes, RunOne(target, index, seed, attempts: 1, tally, slow.Add));
        });

        // Other threads may have worked meanwhile: slow is what is slow each time, and alone.
        foreach (var index in slow)
            RunOne(all[index % all.Count], index, seed, Attempts, tally, slow: null);
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{inputs:N0} inputs, {bytes / 1e6:N0} MB, in {seconds:N1} s: {inputs / seconds:N0} inputs a second"));
        return tally.End();
    }

    private static int RunOne(IFuzzTarget target, int index, int seed, int attempts, Tally tally, Action<int>? slow)
    {
        var again = $"{target.Name} (fuzz --seed {seed} --first {index} --inputs 1)";
        var random = new Random(unchecked((seed * 1_000_003) + index));
        var input = target.Make(random);
        if (input.Length > MaxBytes)
            throw new InvalidOperationException($"{again} made {input.Length} bytes");

        // A read that hangs would hang the whole run in silence.
        using var watchdog = new Timer(_ => Environment.FailFast($"{again} hangs"), null, Hanging, Timeout.InfiniteTimeSpan);
        var (wrong, elapsed) = ReadOnce(target, input, random);
        for (var attempt = 1; wrong is null && elapsed > Limit && attempt < attempts; attempt++)
            (wrong, elapsed) = ReadOnce(target, input, random);
        if (wrong is null && elapsed > Limit && slow is not null)
        {
            slow(index);
            return input.Length;
        }

        if (elapsed > Limit)
            wrong ??= $"took {elapsed.TotalSeconds:N1} s";
        if (wrong is null)
            tally.Pass();
        else
            tally.Fail($"{again}: {wrong}");
        return input.Length;
    }

    private static (string? Wrong, TimeSpan Elapsed) ReadOnce(IFuzzTarget target, byte[] input, Random random)
    {
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        var (start, worked) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        string? wrong;
        try
        {
            wrong = target.Read(input, random);
        }
#pragma warning disable CA1031 // Which exception comes out is the question.
        catch (Exception e)
#pragma warning restore CA1031
        {
            wrong = e.ToString();
        }

        // A busy machine stops any thread for seconds now and then: what the process did not work for does not count. What only waits, the watchdog sees.
        var (elapsed, work) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - worked);
        elapsed = elapsed < work ? elapsed : work;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - allocatedBefore;
        return (wrong ?? (allocated > target.AllocationLimit ? $"allocated {allocated} bytes" : null), elapsed);
    }
}

namespace Ideogram.Build.Chaos;

/// <summary>Counts what passed; its last line is what build scripts add up.</summary>
internal sealed class Tally
{
    private const int MaxShown = 20;

    private readonly Lock _lock = new();
    private int _passed;
    private int _failed;
    private int _skipped;

    public void Pass(int count = 1) => Interlocked.Add(ref _passed, count);

    public void Skip() => Interlocked.Increment(ref _skipped);

    public void Fail(string what)
    {
        lock (_lock)
        {
            if (_failed++ < MaxShown)
                Console.WriteLine($"FAILED {what}");
        }
    }

    /// <summary>Prints the last line and gives the exit code.</summary>
    public int End()
    {
        if (_failed > MaxShown)
            Console.WriteLine($"… and {_failed - MaxShown} more failures.");
        Console.WriteLine($"{_passed} passed, {_failed} failed, {_skipped} skipped");
        return _failed == 0 ? 0 : 1;
    }
}

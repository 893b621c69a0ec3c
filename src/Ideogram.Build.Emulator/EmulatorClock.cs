namespace Ideogram.Build.Emulator;

/// <summary>The clock of everything the emulator says and remembers: real time plus what control calls added. The addition outlives a restart.</summary>
internal sealed class EmulatorClock(TimeProvider time, string file) : TimeProvider
{
    private readonly Lock _lock = new();
    private long _added = File.Exists(file) ? StateFile.Read<long>(file) : 0;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow().AddTicks(Interlocked.Read(ref _added));

    /// <summary>The real time that waits are measured by.</summary>
    public TimeProvider Real => time;

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        lock (_lock)
        {
            StateFile.Write(file, _added + by.Ticks);
            Interlocked.Add(ref _added, by.Ticks);
        }
    }
}

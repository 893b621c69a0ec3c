namespace Ideogram.Build.Benchmarks.Sync;

/// <summary>The published program against a sink, with a cache folder of its own.</summary>
internal sealed class SyncProgram(string file)
{
    /// <summary>Runs a command to its end; it must succeed.</summary>
    /// <param name="sink">What stands for Ideogram.</param>
    /// <param name="cache">Where images are remembered; null for nowhere.</param>
    /// <param name="arguments">The command and what it is about.</param>
    public Timed Run(Sink sink, string? cache, params IEnumerable<string> arguments) =>
        Timed.Run(["env", "-u", "HOME", $"XDG_CACHE_HOME={cache}", file, .. arguments, "--api-url", sink.Address.AbsoluteUri]);
}

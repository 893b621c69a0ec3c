namespace Ideogram.Build.Cli.Output;

/// <summary>
/// Keeps the numbers of input and outputs that were closed before the program started. The system gives them to the next thing that is opened. That can be
/// the pipe over which the runtime hears of signals, and then each character that is printed is read as a signal.
/// </summary>
internal static class ClosedStreams
{
    private const int LastStream = 2;

    private static readonly List<IDisposable> Kept = [];

    /// <summary>Opens nothing in their place, for as long as the program runs. To be called before anything else.</summary>
    public static void Occupy()
    {
        if (OperatingSystem.IsWindows())
            return;
        while (true)
        {
            // RS0030: nobody's file is read, only the system's own device is opened.
#pragma warning disable RS0030
            var handle = File.OpenHandle("/dev/null", access: FileAccess.ReadWrite, share: FileShare.ReadWrite);
#pragma warning restore RS0030
            if (handle.DangerousGetHandle() > LastStream)
            {
                handle.Dispose();
                return;
            }

            Kept.Add(handle);
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Ideogram.Build.Datasets.Processes;

/// <summary>
/// Runs a program to its end: the one place that starts a process. It inherits nothing, reads nothing, uses no shell, and its time and output are
/// bounded.
/// </summary>
/// <param name="program">Full path of the program.</param>
/// <param name="folder">Full path of the repository: where the program runs, and what none of its variables may point into.</param>
/// <param name="timeout">The longest it may take.</param>
internal sealed class ChildProcess(string program, string folder, TimeSpan timeout)
{
    private const int MaxErrorLength = 4_000;
    private const int MaxRecordLength = 100_000;
    private const long MaxOutputLength = 1_000_000_000;

    /// <summary>Runs the program.</summary>
    /// <param name="arguments">Its arguments, as they would be typed.</param>
    /// <param name="variables">Variables of its environment besides the necessary ones.</param>
    /// <param name="take">Receives each record of the output; records end with NUL. Called on another thread.</param>
    /// <param name="cancellationToken">Cancels the operation and ends the program.</param>
    public ChildExit Run(string arguments, IEnumerable<KeyValuePair<string, string>> variables, Action<string> take, CancellationToken cancellationToken) =>
        Run(arguments, variables, (pipe, stop) => ReadRecords(pipe, take, stop), cancellationToken);

    /// <summary>Runs the program for its output, as bytes.</summary>
    /// <param name="arguments">Its arguments, as they would be typed.</param>
    /// <param name="variables">Variables of its environment besides the necessary ones.</param>
    /// <param name="maxBytes">The most bytes that it may print.</param>
    /// <param name="cancellationToken">Cancels the operation and ends the program.</param>
    /// <returns>How it ended, and what it printed; null if that was more.</returns>
    public (ChildExit Exit, byte[]? Output) Read(
        string arguments, IEnumerable<KeyValuePair<string, string>> variables, int maxBytes, CancellationToken cancellationToken)
    {
        byte[]? output = null;
        var exit = Run(arguments, variables, Take, cancellationToken);
        return (exit, exit.Code is null ? null : output);

        bool Take(StreamReader pipe, Action stop)
        {
            if ((output = BoundedFile.Read(pipe.BaseStream, maxBytes)) is not null)
                return true;
            stop();
            return false;
        }
    }

    private ChildExit Run(
        string arguments, IEnumerable<KeyValuePair<string, string>> variables, Func<StreamReader, Action, bool> read, CancellationToken cancellationToken)
    {
        // RS0030: this is the one place.
#pragma warning disable RS0030
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
#pragma warning restore RS0030
        ChildEnvironment.Restrict(start.Environment!, ChildEnvironment.Basic, folder);
        foreach (var variable in variables)
            start.Environment[variable.Key] = variable.Value;

#pragma warning disable RS0030
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
#pragma warning restore RS0030
            process.StandardInput.Close();
            return Follow(process, read, cancellationToken);
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            return new ChildExit(null, e.Message);
        }
    }

    // On separate threads: a grandchild can hold a pipe open for ever, and not every system can cancel such a read.
    private ChildExit Follow(Process process, Func<StreamReader, Action, bool> read, CancellationToken cancellationToken)
    {
        var error = "";
        var isCut = false;

        // CA2000: a thread that is left behind may still signal it.
#pragma warning disable CA2000
        var pipes = new CountdownEvent(2);
#pragma warning restore CA2000
        Start(() => error = ReadStart(process.StandardError), pipes);
        Start(() => isCut = !read(process.StandardOutput, () => Kill(process)), pipes);
        try
        {
            var watch = Stopwatch.StartNew();
            if (pipes.Wait(timeout, cancellationToken) && process.WaitForExit(Left(watch)))
                return isCut ? new ChildExit(null, "Its answer is longer than expected.") : new ChildExit(process.ExitCode, error);
        }
        catch (OperationCanceledException)
        {
            Kill(process);
            throw;
        }

        Kill(process);
        return new ChildExit(null, FormattableString.Invariant($"It took more than {timeout.TotalSeconds:0.#} seconds."));
    }

    private int Left(Stopwatch watch) => (int)Math.Max(0, (timeout - watch.Elapsed).TotalMilliseconds);

    private static void Start(Action read, CountdownEvent pipes) =>
        new Thread(() =>
        {
            try
            {
                read();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // The program was ended.
            }

            pipes.Signal();
        })
        { IsBackground = true }.Start();

    private static string ReadStart(StreamReader pipe)
    {
        var text = new StringBuilder();
        var buffer = new char[1_024];
        int read;
        while ((read = pipe.Read(buffer, 0, buffer.Length)) > 0)
            text.Append(buffer, 0, Math.Min(read, MaxErrorLength - text.Length));
        return text.ToString();
    }

    private static bool ReadRecords(StreamReader pipe, Action<string> take, Action stop)
    {
        var record = new StringBuilder();
        var buffer = new char[16_384];
        var length = 0L;
        int read;
        while ((read = pipe.Read(buffer, 0, buffer.Length)) > 0)
        {
            if ((length += read) > MaxOutputLength || record.Length > MaxRecordLength)
            {
                stop();
                return false;
            }

            var from = 0;
            for (var end = Array.IndexOf(buffer, '\0', 0, read); end >= 0; end = Array.IndexOf(buffer, '\0', from, read - from))
            {
                take(record.Append(buffer, from, end - from).ToString());
                record.Clear();
                from = end + 1;
            }

            record.Append(buffer, from, read - from);
        }

        return true;
    }

    private static void Kill(Process process)
    {
        try
        {
#if NET
            process.Kill(entireProcessTree: true);
#else
            process.Kill();
#endif
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself.
        }
    }
}

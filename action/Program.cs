using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using Ideogram.Build.Cli;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;

var variables = new Dictionary<string, string>(StringComparer.Ordinal);
var host = new AppHost(TextWriter.Null, TextWriter.Null, variables, "", TimeProvider.System);
try
{
    ClosedStreams.Occupy();

    // A closed output fails here or at the first line, depending on what the system opened in its place.
    Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
    using var stop = new CancellationTokenSource();
    var signals = new ConcurrentDictionary<PosixSignal, bool>();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    foreach (var variable in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>())
        variables.TryAdd((string)variable.Key, (string?)variable.Value ?? "");
    var isPerson = !Console.IsOutputRedirected && !variables.ContainsKey("CI");
    host = host with
    {
        Out = Console.Out,
        Error = Console.Error,
        Folder = CurrentFolder(),
        IsPerson = isPerson,
        Answers = isPerson && !Console.IsInputRedirected ? Console.In : null,
        Look = isPerson ? TerminalLook.Of(Console.Out, variables) : TerminalLook.None,
    };
    return await CommandLine.RunAsync(args, host, stop.Token);

    // A terminal stays in a folder that was deleted.
    static string CurrentFolder()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException("The current folder was deleted, or cannot be read. Change to another folder, then run the command again.");
        }
    }

    void Stop(PosixSignalContext context)
    {
        // The first signal ends the run in good order, with a report. The same one again ends the process; another one does not: GitHub's runner says SIGINT,
        // seven and a half seconds later SIGTERM, and kills after ten.
        context.Cancel = signals.TryAdd(context.Signal, true);
        stop.Cancel();
    }
}
catch (Exception e) when (Unexpected.IsBearable(e))
{
    try
    {
        await Console.Error.WriteLineAsync(e is UsageException usage ? LogText.Line(usage.Line) : Unexpected.Line(e, HostSecrets.Of(host)));
    }
    catch (Exception output) when (Unexpected.IsBearable(output))
    {
        // The output has no reader or is closed: only the exit code is left.
    }

    return e is UsageException ? ExitCode.Usage : ExitCode.Failure;
}

using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using Ideogram.Build.Cli;
using Ideogram.Build.Cli.Output;

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
        Folder = Environment.CurrentDirectory,
        IsPerson = isPerson,
        Answers = isPerson && !Console.IsInputRedirected ? Console.In : null,
        Look = isPerson ? TerminalLook.Of(Console.Out, variables) : TerminalLook.None,
    };
    return await CommandLine.RunAsync(args, host, stop.Token);

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
        await Console.Error.WriteLineAsync(Unexpected.Line(e, HostSecrets.Of(host)));
    }
    catch (Exception output) when (Unexpected.IsBearable(output))
    {
        // The output has no reader or is closed: only the exit code is left.
    }

    return ExitCode.Failure;
}

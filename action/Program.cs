using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using Ideogram.Build.Action;
using Ideogram.Build.Action.Commands;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .GroupBy(v => (string)v.Key, StringComparer.Ordinal)
    .ToDictionary(g => g.Key, g => (string?)g.First().Value ?? "", StringComparer.Ordinal);
var host = new AppHost(Console.Out, Console.Error, variables, Environment.CurrentDirectory, TimeProvider.System)
{
    IsPerson = !Console.IsOutputRedirected && !variables.ContainsKey("CI"),
};
return await CommandLine.RunAsync(args, host, stop.Token);

void Stop(PosixSignalContext context)
{
    // The first signal ends the run in good order, with a report; a second one ends the process.
    context.Cancel = !stop.IsCancellationRequested;
    stop.Cancel();
}

using Ideogram.Build.Benchmarks;
using Ideogram.Build.Benchmarks.Actions;
using Ideogram.Build.Benchmarks.Health;
using Ideogram.Build.Benchmarks.MSBuild;
using Ideogram.Build.Benchmarks.Start;
using Ideogram.Build.Benchmarks.Sync;
using Ideogram.Build.Benchmarks.Validation;

const string Usage = """
    Usage: Benchmarks validation|health|sync|msbuild [--photos DIR]... [--figure NAME]
           Benchmarks action [--image NAME] [--base NAME] [--figure NAME]
           Benchmarks start [--other PROGRAM]... [--image NAME] [--base NAME] [--photos DIR]... [--figure NAME]
             The native build of these sources against the one that is ready to run, and against others.
    A published program that PROGRAM (in the environment) names is measured instead of a new one.
    """;

try
{
    return args switch
    {
        ["validation", .. var rest] => ValidationFigures.Run(new Arguments(rest)),
        ["health", .. var rest] => HealthFigures.Run(new Arguments(rest)),
        ["msbuild", .. var rest] => MSBuildFigures.Run(new Arguments(rest)),
        ["sync", .. var rest] => SyncFigures.Run(new Arguments(rest)),
        ["action", .. var rest] => await ActionFigures.RunAsync(new Arguments(rest)),
        ["start", .. var rest] => await StartFigures.RunAsync(new Arguments(rest)),
        _ => throw new UsageException("No such command."),
    };
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}{Environment.NewLine}{Usage}");
    return 2;
}

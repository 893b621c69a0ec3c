using Ideogram.Build.Chaos.Differential;
using Ideogram.Build.Chaos.Fuzzing;
using Ideogram.Build.Chaos.Scenes;
using Ideogram.Build.Chaos.Storms;
using Ideogram.Build.Chaos.Sync;

const string Usage = """
    Usage: Chaos [sync]       [--runs N] [--seed N] [--first N] [--lanes N]
             Each run uploads a few images with the real program, as a process of its own: up to three times under random faults,
             most of them killed (SIGKILL) or told to stop (SIGTERM) at a random point, then once without faults.
           Chaos scenes       [--port N] [--through URL]
             What users do with datasets and trainings, without faults; the program finds the emulator, which listens on the port, at the URL.
           Chaos storms       [--runs N] [--seed N] [--first N]
             Uploads that are caught in half an hour of 429; the clock is turned.
           Chaos fuzz         [--inputs N] [--seed N] [--target NAME] [--first N]
           Chaos differential [--mutations N] [--seed N] [--photos DIR]...
    """;

try
{
    var command = args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) ? "sync" : args[0];
    var arguments = new Arguments(args.SkipWhile(a => a == command));
    return command switch
    {
        "sync" => await SyncRun.RunAsync(arguments),
        "scenes" => await SceneRun.RunAsync(arguments),
        "storms" => await StormRun.RunAsync(arguments),
        "fuzz" => FuzzRun.Run(arguments),
        "differential" => await DifferentialRun.Run(arguments),
        _ => throw new UsageException("No such command."),
    };
}
catch (UsageException e)
{
    await Console.Error.WriteLineAsync($"{e.Message}{Environment.NewLine}{Usage}");
    return 2;
}

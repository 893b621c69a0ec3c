using Ideogram.Build.Chaos.Differential;
using Ideogram.Build.Chaos.Fuzzing;
using Ideogram.Build.Tests;

const string Usage = """
    Usage: Chaos fuzz         [--inputs N] [--seed N] [--target NAME] [--first N]
           Chaos differential [--mutations N] [--seed N] [--photos DIR]...
    """;

try
{
    var arguments = new Arguments(args.Skip(1));
    return args.FirstOrDefault() switch
    {
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

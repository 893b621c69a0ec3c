using Ideogram.Build.Emulator.Faults;

namespace Ideogram.Build.Emulator;

/// <summary>The emulator as a program: runs until it is stopped.</summary>
internal static class EmulatorProgram
{
    private const string Help = $"""
        Stand-ins for Ideogram (at the root) and GitHub (below /api/v3), stateful on disk, with faults on demand.

          --state DIR                  where they remember everything (needed)
          --api-key KEY                the Api-Key that Ideogram's side accepts (needed)
          --urls URL                   where to listen; default http://127.0.0.1:5005, port 0 takes a free one
          --faults SPEC                what goes wrong, see below
          --github-repo OWNER/NAME=DIR a local git repository; may be repeated
          --github-token TOKEN         a workflow's token that may write; may be repeated
          --github-read-token TOKEN    a workflow's token that may not
          --github-user-token LOGIN=TOKEN   a person's token
          --max-image-bytes N          default 25000000
          --max-request-bytes N        default 50000000
          --max-inflight N             default 10
          --training-seconds N         default 1800
          --help

        {FaultSpec.Grammar}

        The same SPEC befalls one request in its header {FaultMiddleware.Header}, or all with PUT /_emulator/faults.
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments.Contains("--help") || arguments.Contains("-h"))
        {
            await output.WriteLineAsync(Help);
            return 0;
        }

        try
        {
            await using var host = await EmulatorHost.StartAsync(EmulatorArguments.Read(arguments));
            await output.WriteLineAsync($"emulator: {host.BaseAddress}");
            await host.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"emulator: {wrong.Message.ReplaceLineEndings(" ")} (--help shows the options)");
            return 2;
        }
    }
}

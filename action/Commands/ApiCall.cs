using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;

namespace Ideogram.Build.Cli.Commands;

/// <summary>What a command asks of Ideogram without a manifest: what goes wrong is one coded line.</summary>
internal sealed class ApiCall(AppHost host, Redactor redactor, ApiOptions options)
{
    /// <summary>Makes the call, and says what went wrong in one line.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">There is no key, or the address is wrong.</exception>
    public async Task<int> RunAsync(Func<IdeogramClient, Task> ask)
    {
        using var client = new IdeogramClient(options.Client(host, redactor), host.Time);
        try
        {
            await ask(client);
            return ExitCode.Success;
        }
        catch (IdeogramException e)
        {
            await host.Error.WriteLineAsync(LogText.Line(redactor.Clean(Line(e.ApiFault))));
            return ExitCode.IsOutOfReach(e.ApiFault.Treatment.Rule.Code) ? ExitCode.Ideogram : ExitCode.Failure;
        }
    }

    private static string Line(ApiFault fault) => $"ideogram-build : error {fault.Treatment.Rule.Code}: {fault.Text.TrimEnd('.')}. {fault.Advice}";
}

using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Plan;

/// <summary><c>ideogram-build plan</c>.</summary>
internal sealed class PlanCommand(AppHost host, Redactor redactor)
{
    public async Task<int> RunAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        using var engine = run.Engine();
        var (plan, isCancelled) = await CommandRun.PlanAsync(engine, run.Validated(remember: true, cancellationToken), cancellationToken);
        var document = run.Document(run.Report(plan, RunKind.Plan) with { IsCancelled = isCancelled });
        await run.PublishAsync(document);
        var code = ExitCode.FromReport(document);
        return code == ExitCode.Success && options.FailOnDrift && document.Datasets.Any(d => d.IsDifferent) ? ExitCode.Failure : code;
    }
}

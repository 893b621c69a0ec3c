using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Validate;

/// <summary><c>ideogram-build validate</c>.</summary>
internal sealed class ValidateCommand(AppHost host, Redactor redactor)
{
    public async Task<int> RunAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        var report = run.Document(run.Report(Planner.Unasked(run.Validated(remember: true, cancellationToken)), RunKind.Validate));
        ReportWriter.Write(report, redactor, options.ReportFile, host.Folder);
        await SayAsync(report, options);
        return ExitCode.FromReport(report);
    }

    private async Task SayAsync(ReportDocument report, CommandOptions options)
    {
        switch (options.Format)
        {
            case "json":
                await host.Out.WriteLineAsync(ReportWriter.Json([.. report.Problems], redactor));
                break;
            case "github":
                foreach (var problem in report.Problems)
                    await host.Out.WriteLineAsync(redactor.Clean(WorkflowCommand.Issue(problem)));
                break;
            default:
                await using (var safe = host.SafeOut(redactor))
                    TextReport.Write(report, safe, options.Detail);
                break;
        }
    }
}

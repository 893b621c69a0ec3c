using Ideogram.Build.Action.Output;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Action.Commands;

/// <summary><c>ideogram-build validate</c>.</summary>
internal sealed class ValidateCommand(AppHost host, Redactor redactor)
{
    public async Task<int> RunAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        var report = run.Report(Planner.Unasked(run.Validated(remember: true, cancellationToken)), RunKind.Validate);
        await ReportFile.WriteAsync(report, run.Links, redactor, options.ReportFile, host.Folder, cancellationToken);
        await SayAsync(report, run.Links, options.Format);
        return ExitCode.Of(report);
    }

    private async Task SayAsync(Report report, FolderLinks links, string format)
    {
        switch (format)
        {
            case "json":
                await host.Out.WriteLineAsync(JsonText.Safe(ReportFile.Json(report.Diagnostics, links, redactor)));
                break;
            case "github":
                foreach (var diagnostic in report.Diagnostics)
                    await host.Out.WriteLineAsync(redactor.Clean(WorkflowCommand.Issue(diagnostic, links.Display(diagnostic.File))));
                break;
            default:
                await using (var safe = host.SafeOut(redactor))
                    TextReport.Write(report, links, safe);
                break;
        }
    }
}

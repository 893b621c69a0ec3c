using Ideogram.Build.Action.Output;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Action.Commands;

/// <summary><c>ideogram-build plan</c>, <c>upload</c> and <c>train</c>.</summary>
internal sealed class SyncCommand(AppHost host, Redactor redactor)
{
    public async Task<int> PlanAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, options);
        var plan = await run.Engine().PlanAsync(run.Validated(remember: true, cancellationToken), cancellationToken);
        var report = run.Report(plan, RunKind.Plan);
        await SayAsync(report, run.Links, options, cancellationToken);
        var code = ExitCode.Of(report);
        return code == ExitCode.Success && options.FailOnDrift && Drift.Of(plan.Datasets) > 0 ? ExitCode.Failure : code;
    }

    public async Task<int> UploadAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, options);
        var engine = run.Engine();
        var plan = await engine.PlanAsync(run.Validated(remember: false, cancellationToken), cancellationToken);
        var report = await UploadFace.RunAsync(host, redactor, options.Format == "json", progress => engine.UploadAsync(plan, progress, cancellationToken));
        if (options.AllowTraining && !report.IsCancelled)
            report = await engine.TrainAsync(report, new TrainingOptions { IsAllowed = true, MostTrainings = options.MostTrainings }, null, cancellationToken);
        await SayAsync(report, run.Links, options, CancellationToken.None);
        return ExitCode.Of(report);
    }

    public async Task<int> TrainAsync(CommandOptions options, bool wait, bool again, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, options);
        var engine = run.Engine();
        var planned = run.Report(await engine.PlanAsync(run.Validated(remember: false, cancellationToken), cancellationToken), RunKind.Train);
        var training = new TrainingOptions { IsAsked = true, IsAllowed = true, IsAgain = again, IsFollowed = wait, MostTrainings = options.MostTrainings };
        var report = await UploadFace.RunAsync(host, redactor, options.Format == "json", progress => engine.TrainAsync(planned, training, progress, cancellationToken));
        await SayAsync(report, run.Links, options, CancellationToken.None);
        return ExitCode.Of(report);
    }

    private async Task SayAsync(Report report, FolderLinks links, CommandOptions options, CancellationToken cancellationToken)
    {
        if (options.Format == "json")
        {
            await host.Out.WriteLineAsync(JsonText.Safe(ReportFile.Json(report, links, redactor)));
        }
        else
        {
            await using var safe = host.SafeOut(redactor);
            TextReport.Write(report, links, safe);
        }

        if (options.Format == "github")
        {
            foreach (var diagnostic in report.Diagnostics)
                await host.Out.WriteLineAsync(redactor.Clean(WorkflowCommand.Issue(diagnostic, links.Display(diagnostic.File))));
        }

        await ReportFile.WriteAsync(report, links, redactor, options.ReportFile, host.Folder, cancellationToken);
    }
}

using Ideogram.Build.Action.Output;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Action.Commands;

/// <summary><c>ideogram-build plan</c>, <c>upload</c> and <c>train</c>.</summary>
internal sealed class SyncCommand(AppHost host, Redactor redactor)
{
    public async Task<int> PlanAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        var (plan, isStopped) = await AskAsync(run.Engine(), run.Validated(remember: true, cancellationToken), cancellationToken);
        var report = run.Report(plan, RunKind.Plan) with { IsCancelled = isStopped };
        var document = run.Document(report);
        await SayAsync(document, options);
        var code = ExitCode.Of(document);
        return code == ExitCode.Success && options.FailOnDrift && Drift.Of(plan.Datasets) > 0 ? ExitCode.Failure : code;
    }

    public async Task<int> UploadAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        var engine = run.Engine();
        var (plan, _) = await AskAsync(engine, run.Validated(remember: false, cancellationToken), cancellationToken);
        var report = await UploadFace.RunAsync(host, redactor, options.Format == "json", progress => engine.UploadAsync(plan, progress, cancellationToken));
        if (options.AllowTraining && !report.IsCancelled)
            report = await engine.TrainAsync(report, new TrainingOptions { IsAllowed = true, MostTrainings = options.MostTrainings }, null, cancellationToken);
        var document = run.Document(report);
        await SayAsync(document, options);
        return ExitCode.Of(document);
    }

    public async Task<int> TrainAsync(CommandOptions options, bool wait, bool again, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        var engine = run.Engine();
        var (plan, isStopped) = await AskAsync(engine, run.Validated(remember: false, cancellationToken), cancellationToken);
        var planned = run.Report(plan, RunKind.Train) with { IsCancelled = isStopped };
        var training = new TrainingOptions { IsAsked = true, IsAllowed = true, IsAgain = again, IsFollowed = wait, MostTrainings = options.MostTrainings };
        var report = isStopped
            ? planned
            : await UploadFace.RunAsync(host, redactor, options.Format == "json", progress => engine.TrainAsync(planned, training, progress, cancellationToken));
        var document = run.Document(report);
        await SayAsync(document, options);
        return ExitCode.Of(document);
    }

    // Stopped while Ideogram was asked, a run still says what it knows: what validation found.
    private static async Task<(Plan Plan, bool IsStopped)> AskAsync(SyncEngine engine, IReadOnlyList<Dataset> datasets, CancellationToken cancellationToken)
    {
        try
        {
            return (await engine.PlanAsync(datasets, cancellationToken), IsStopped: false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (Planner.Unasked(datasets), IsStopped: true);
        }
    }

    private async Task SayAsync(ReportDocument report, CommandOptions options)
    {
        if (options.Format == "json")
        {
            await host.Out.WriteLineAsync(ReportFile.Json(report, redactor));
        }
        else
        {
            await using var safe = host.SafeOut(redactor);
            TextReport.Write(report, safe);
        }

        if (options.Format == "github")
        {
            foreach (var problem in report.Problems)
                await host.Out.WriteLineAsync(redactor.Clean(WorkflowCommand.Issue(problem)));
        }

        ReportFile.Write(report, redactor, options.ReportFile, host.Folder);
    }
}

using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Cli.Commands.Train;

/// <summary><c>ideogram-build train</c>.</summary>
internal sealed class TrainCommand(AppHost host, Redactor redactor)
{
    public async Task<int> RunAsync(CommandOptions options, bool wait, bool again, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        using var engine = run.Engine();
        var (plan, isCancelled) = await CommandRun.PlanAsync(engine, run.Validated(remember: false, cancellationToken), cancellationToken);
        var planned = run.Report(plan, RunKind.Train) with { IsCancelled = isCancelled };
        var training = new TrainingOptions { IsAsked = true, IsAllowed = true, IsAgain = again, IsFollowed = wait, MaxTrainings = options.MaxTrainings };
        var report = isCancelled
            ? planned
            : await UploadProgressDisplay.RunAsync(host, redactor, options.Format == "json", progress =>
                engine.TrainAsync(planned, training, progress, cancellationToken));
        var document = run.Document(report);
        await run.PublishAsync(document);
        return ExitCode.FromReport(document);
    }
}

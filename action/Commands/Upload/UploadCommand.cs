using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Reporting;
using Ideogram.Build.Sync.Training;

namespace Ideogram.Build.Cli.Commands.Upload;

/// <summary><c>ideogram-build upload</c>.</summary>
internal sealed class UploadCommand(AppHost host, Redactor redactor)
{
    public async Task<int> RunAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var run = new CommandRun(host, redactor, options);
        using var engine = run.Engine();
        var (plan, _) = await CommandRun.PlanAsync(engine, run.Validated(remember: false, cancellationToken), cancellationToken);
        var report = options.Detail == TextDetail.Quiet
            ? await engine.UploadAsync(plan, progress: null, cancellationToken)
            : await UploadProgressDisplay.RunAsync(host, redactor, options.Format == "json", progress =>
                engine.UploadAsync(plan, progress, cancellationToken));
        if (options.AllowTraining && !report.IsCancelled)
            report = await engine.TrainAsync(report, new TrainingOptions { IsAllowed = true, MaxTrainings = options.MaxTrainings }, null, cancellationToken);
        var document = run.Document(report);
        await run.PublishAsync(document);
        return ExitCode.FromReport(document);
    }
}

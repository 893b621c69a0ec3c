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
        var started = host.Time.GetUtcNow();
        var plan = await Engine(options).PlanAsync(Validated(options, cancellationToken), cancellationToken);
        var report = Report.Of(plan, RunKind.Plan, started, host.Time.GetUtcNow() - started);
        await SayAsync(report, options, cancellationToken);
        var code = ExitCode.Of(report);
        return code == ExitCode.Success && options.FailOnDrift && Drift.Of(plan.Datasets) > 0 ? ExitCode.Failure : code;
    }

    public async Task<int> UploadAsync(CommandOptions options, CancellationToken cancellationToken)
    {
        var engine = Engine(options);
        var plan = await engine.PlanAsync(Validated(options, cancellationToken), cancellationToken);
        var report = await UploadFace.RunAsync(host, redactor, progress => engine.UploadAsync(plan, progress, cancellationToken));
        if (options.AllowTraining && !report.IsCancelled)
            report = await engine.TrainAsync(report, new TrainingOptions { IsAllowed = true, MostTrainings = options.MostTrainings }, null, cancellationToken);
        await SayAsync(report, options, CancellationToken.None);
        return ExitCode.Of(report);
    }

    public async Task<int> TrainAsync(CommandOptions options, bool wait, bool again, CancellationToken cancellationToken)
    {
        var started = host.Time.GetUtcNow();
        var engine = Engine(options);
        var plan = await engine.PlanAsync(Validated(options, cancellationToken), cancellationToken);
        var training = new TrainingOptions { IsAsked = true, IsAllowed = true, IsAgain = again, IsFollowed = wait, MostTrainings = options.MostTrainings };
        var planned = Report.Of(plan, RunKind.Train, started, host.Time.GetUtcNow() - started);
        var report = await UploadFace.RunAsync(host, redactor, progress => engine.TrainAsync(planned, training, progress, cancellationToken));
        await SayAsync(report, options, CancellationToken.None);
        return ExitCode.Of(report);
    }

    private SyncEngine Engine(CommandOptions options)
    {
        var key = host.Variable(AppHost.KeyVariable)
            ?? throw new UsageException($"The environment variable {AppHost.KeyVariable} is not set: it holds Ideogram's key. For a check without a key use 'validate'.");
        var sync = options.Settle is { } settle ? new SyncOptions { SettleWindow = settle } : new SyncOptions();
        return new SyncEngine(new IdeogramClientOptions(key) { BaseAddress = ApiAddress.Parse(options.ApiUrl) }, sync, host.Time);
    }

    // Without a cache: what is sent is what was hashed in this very run.
    private IReadOnlyList<Dataset> Validated(CommandOptions options, CancellationToken cancellationToken) =>
        new DatasetValidator(new ValidatorOptions { CheckGit = true }).Validate(new ManifestFinder(host.Folder).Find(options.Manifests, cancellationToken), cancellationToken);

    private async Task SayAsync(Report report, CommandOptions options, CancellationToken cancellationToken)
    {
        var links = new FolderLinks(host.Folder);
        await ReportFile.WriteAsync(report, links, redactor, options.ReportFile, host.Folder, cancellationToken);
        if (options.Format == "json")
        {
            await host.Out.WriteLineAsync(JsonText.Safe(ReportFile.Json(report, links, redactor)));
            return;
        }

        await using (var safe = host.SafeOut(redactor))
            TextReport.Write(report, links, safe);
        if (options.Format == "github")
        {
            foreach (var diagnostic in report.Diagnostics)
                await host.Out.WriteLineAsync(redactor.Clean(WorkflowCommand.Issue(diagnostic, links.Display(diagnostic.File))));
        }
    }
}

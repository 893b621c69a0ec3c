using Ideogram.Build.Cli.Manifests;
using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Datasets.Validation;
using Ideogram.Build.Sync;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands;

/// <summary>What the commands that read manifests share.</summary>
internal sealed class CommandRun(AppHost host, Redactor redactor, CommandOptions options)
{
    private readonly DateTimeOffset _started = Begin(host, options);

    public FolderLinks Links { get; } = new(host.Folder);

    /// <summary>The manifests, found and validated.</summary>
    /// <param name="remember">Whether to use the user's cache of inspected images: not if what is sent must be what was hashed in this
    /// run.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <param name="checkGit">Whether to check which files are not in git.</param>
    /// <exception cref="UsageException">There is no manifest.</exception>
    public IReadOnlyList<Dataset> Validated(bool remember, CancellationToken cancellationToken, bool checkGit = true)
    {
        var manifests = Found(cancellationToken);
        return new DatasetValidator(new ValidatorOptions
        {
            CheckGit = checkGit,
            CheckCheckout = true,
            CheckHealth = options.ChecksHealth,
            CacheFolder = remember ? UserCache.Folder(host) : null,
        })
            .Validate(manifests, cancellationToken);
    }

    private IReadOnlyList<string> Found(CancellationToken cancellationToken)
    {
        var missing = SparseManifests.Find(host.Folder, ManifestFinder.IsManifestPath, cancellationToken);
        var finder = new ManifestFinder(host.Folder, missing);
        try
        {
            return finder.Find(options.Manifests, cancellationToken);
        }
        catch (UsageException) when (options.Manifests.Count == 0 && finder.FindAbove() is { Count: > 0 } above)
        {
            foreach (var manifest in above)
                host.Error.WriteLine(LogText.Line(redactor.Clean($"The manifest is above this folder: {Path.GetRelativePath(host.Folder, manifest)}")));
            return above;
        }
    }

    /// <summary>The engine, with the key of the environment.</summary>
    /// <exception cref="UsageException">There is no key, or the address is wrong.</exception>
    public SyncEngine Engine()
    {
        var client = options.Api.Client(host, redactor);
        return new SyncEngine(client, options.Settle is { } settle ? new SyncOptions { SettleWindow = settle } : new SyncOptions(), host.Time);
    }

    /// <summary>The report of a run that sends nothing.</summary>
    public Report Report(Sync.Planning.Plan plan, RunKind kind) => Sync.Reporting.Report.FromPlan(plan, kind, _started, host.Time.GetUtcNow() - _started);

    /// <summary>The report's document.</summary>
    public ReportDocument Document(Report report) => CleanReport.Of(ReportDocument.From(report, Links.Display, WorkflowRun.Of(host)), redactor);

    /// <summary>The plan. A run that is cancelled while it queries Ideogram still reports what validation found.</summary>
    public static async Task<(Sync.Planning.Plan Plan, bool IsCancelled)> PlanAsync(SyncEngine engine, IReadOnlyList<Dataset> datasets,
        CancellationToken cancellationToken)
    {
        try
        {
            return (await engine.PlanAsync(datasets, cancellationToken), IsCancelled: false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (Planner.Unasked(datasets), IsCancelled: true);
        }
    }

    /// <summary>Prints the report in the format of the options, and writes the report file if one is named.</summary>
    public async Task PublishAsync(ReportDocument report)
    {
        if (options.Format == "json")
        {
            await host.Out.WriteLineAsync(ReportWriter.Json(report, redactor));
        }
        else
        {
            await using var safe = host.SafeOut(redactor);
            TextReport.Write(report, safe, options.Detail);
        }

        if (options.Format == "github")
        {
            foreach (var problem in report.Problems)
                await host.Out.WriteLineAsync(redactor.Clean(WorkflowCommand.Issue(problem)));
        }

        ReportWriter.Write(report, redactor, options.ReportFile, host.Folder);
    }

    // Otherwise it would be known only after the upload that the report cannot be written.
    private static DateTimeOffset Begin(AppHost host, CommandOptions options)
    {
        if (options.ReportFile is { } file)
            ReportWriter.Refuse(file, host.Folder);
        return host.Time.GetUtcNow();
    }
}

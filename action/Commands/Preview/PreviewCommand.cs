using Ideogram.Build.Cli.Output;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary><c>ideogram-build preview</c>: the plan as a page to look at before anything is pushed.</summary>
internal sealed class PreviewCommand(AppHost host, Redactor redactor)
{
    public async Task<int> RunAsync(CommandOptions options, string? output, CancellationToken cancellationToken)
    {
        var file = PreviewFile.Accept(output, host.Folder);
        var run = new CommandRun(host, redactor, options);
        // A preview is looked at before anything is added and pushed.
        var datasets = run.Validated(remember: true, cancellationToken, checkGit: false);
        using var engine = host.Variable(AppHost.KeyVariable) is null ? null : run.Engine();
        var plan = engine is null ? Planner.Unasked(datasets) : await engine.PlanAsync(datasets, cancellationToken);
        var report = run.Report(plan, engine is null ? RunKind.Validate : RunKind.Plan);
        var document = run.Document(report);
        // A page shows the images of a dataset that was not asked too.
        var shown = run.Document(report with
        {
            Datasets = [.. report.Datasets.Select(d => d with { Images = [.. d.Plan.Images.Select(i => new ImageResult(i, Outcome.Planned))] })]
        });

        var thumbnails = new Thumbnails(plan.Datasets.SelectMany(d => d.Images).Select(i => i.Asset), Path.GetDirectoryName(file)!);
        var html = await new PreviewPage(shown, thumbnails).WriteAsync(cancellationToken);
        PreviewFile.Write(file, redactor.Clean(html), host.Folder);
        await using (var safe = host.SafeOut(redactor))
        {
            TextReport.Write(document, safe);
            await safe.WriteLineAsync($"wrote {run.Links.Display(file)}, which is for looking and not for committing: open {new Uri(file).AbsoluteUri}");
        }

        return ExitCode.FromReport(document);
    }
}

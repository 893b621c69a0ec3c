using Ideogram.Build.Cli.Output;
using Ideogram.Build.Datasets.Diagnostics;
using Ideogram.Build.Sync.Api;
using Ideogram.Build.Sync.Planning;
using Ideogram.Build.Sync.Reporting;

namespace Ideogram.Build.Cli.Commands.Preview;

/// <summary><c>ideogram-build preview</c>: the plan as a page to read before anything is pushed.</summary>
internal sealed class PreviewCommand(AppHost host, Redactor redactor)
{
    public async Task<int> RunAsync(CommandOptions options, string? output, CancellationToken cancellationToken)
    {
        var file = PreviewFile.Accept(output, host.Folder);
        var run = new CommandRun(host, redactor, options);
        // A preview is made before files are added and pushed.
        var datasets = run.Validated(remember: true, cancellationToken, checkGit: false);
        using var engine = host.Variable(AppHost.KeyVariable) is null ? null : run.Engine();
        var planned = engine is null ? Planner.Unasked(datasets) : await engine.PlanAsync(datasets, cancellationToken);
        var before = await BeforeInGit.CompareAsync(planned, engine is not null, cancellationToken);
        var plan = before.Plan;
        var report = run.Report(plan, engine is null && before.Repositories.Count == 0 ? RunKind.Validate : RunKind.Plan);
        var document = run.Document(report);
        // A page also shows the images of a dataset that was not queried.
        var shown = run.Document(report with
        {
            Datasets = [.. report.Datasets.Select(d => d with { Images = [.. d.Plan.Images.Select(ImageResult.Planned)] })]
        });

        var thumbnails = new Thumbnails(plan.Datasets.SelectMany(d => d.Images).Select(i => i.Asset), Path.GetDirectoryName(file)!);
        var html = await new PreviewPage(shown, thumbnails, before, new FormerPictures(before.Repositories, host.Folder))
            .WriteAsync(cancellationToken);
        PreviewFile.Write(file, redactor.Clean(html), host.Folder);
        GitExclude.Add(file);
        await using (var safe = host.SafeOut(redactor))
        {
            TextReport.Write(document, safe);
            var name = MessageText.Escape(run.Links.Display(file));
            await safe.WriteLineAsync($"Wrote {name}. Open it in a browser; do not commit it: {new Uri(file).AbsoluteUri}");
        }

        return ExitCode.FromReport(document);
    }
}
